"""The yardstick of whole programs: reads the tables of a file with pandas, and writes how many cells they hold.

    python benches/tables_by_pandas.py FILE.html|FILE.csv

beside `target/release/examples/read_budget FILE`, which reads the tables and everything around them.
"""

import sys

import pandas

name = sys.argv[1]
tables = [pandas.read_csv(name, sep=";")] if name.endswith(".csv") else pandas.read_html(name)
print(sum(table.size for table in tables))
