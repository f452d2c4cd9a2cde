//! One table in every form has one meaning: generated tables, and the real ones, printed in other
//! forms, damaged, and held against what they mean.
//!
//! `table` is an abstract table with its meaning, `generate` draws tables of each kind (`draw` and
//! `words` help it), `print` and `damage` change them as pages do, `write` prints them in each form, `seen` tells what the
//! reader made of a source, and `judge` holds that against the meaning. `properties` has the tests,
//! with what is `allowed`, `red` shows that each of them can fail, and `board` prints the shares of
//! each kind in each form.
//!
//! The shapes of tables that real documents print, and the kind, print or form that draws each:
//!
//! | shape | drawn by |
//! |---|---|
//! | a small table per indicator | kind `indicator-tables` |
//! | an indicator as a heading, its role in the label of the row | kind `roles-in-rows` |
//! | role word and period as columns of the row | kind `long-roles`, half of `long` |
//! | years as rows with (R) or (B) | kind `lettered-years`; without a letter `year-rows` |
//! | areas as rows | kinds `area-rows` (below the indicator), `area-cells` (beside it) |
//! | areas as columns | kind `area-columns` |
//! | header cells over two columns, flattened | print `gapless-headers`; form `html-flat` |
//! | two header rows without their empty cells | kinds `low-heads`, `years-over-flows`, `flows-over-years`, `year-over-roles` in forms `lines`, `tight`, `spaces` |
//! | headers torn over three to five lines | print `torn-headers` of kind `stages`, in forms `lines`, `tight`, `padded` |
//! | several header lines in one block | print `torn-headers` in form `spaces` |
//! | years whose span was lost | kind `bare-years-over-flows` in forms of text, and in print `gapless-headers` |
//! | six years over seven columns | kind `one-year-twice`, also in print `gapless-headers` |
//! | colspans with a scale and a rule of signs | kind `scale-in-span` in form `html` |
//! | a flow as second cell, a balance without a label | kind `flow-cells` |
//! | a flow as a heading row, codes in cells of their own | kind `coded-flow-groups`; without codes `flow-groups` |
//! | a number column | kind `numbered` |
//! | missing cells that only arithmetic can place | kind `reserves` in forms `lines`, `tight`, `spaces`; damage `cell-deleted` |
//! | V and N in cells of their own | kind `favour-cells` |
//! | V and N after the number | kind `favours` |
//! | rows `Voordeel` and `Nadeel` | kind `favour-rows` |
//! | a euro sign in every cell | print `euro-signs` |
//! | a space as thousands mark and as gap | print `spaced-thousands` in form `spaces` |
//! | a scale in the label of a row | kind `scale-in-labels` |
//! | a scale in the name of a column | kind `scale-in-columns` |
//! | percentages among money | kind `percents` |
//! | totals without a label | kind `unlabelled-totals` |
//! | several values in a cell | kind `several-values` |
//! | one label in several tables | kind `one-label-in-tables` |
//! | the same table twice | print `twice` |
//! | a footnote between headers and rows | print `note-below-headers` |
//! | labels broken over lines | print `torn-labels` |
//! | columns by offsets, with empty cells | kind `reserves` in form `padded`; damage `cell-deleted` in it |
//! | separated values, wide | kinds `unit-column`, `merged`, `english-wide` in forms `csv;`, `csv,` |
//! | separated values, long | kinds `long`, `long-roles`, `english-long` in forms `csv;`, `csv,` |
//! | text printed column by column | print `by-column` |

pub(crate) mod allowed;
mod board;
mod damage;
mod draw;
mod generate;
mod grids;
mod judge;
pub(crate) mod pages;
mod print;
mod properties;
mod red;
pub(crate) mod seen;
pub(crate) mod table;
mod words;
mod write;
