//! Money: signs, sums, and what was planned against what was spent.

mod hostile;
mod pages;
mod signs;
mod spending;
mod sums;

use beleid::{Budget, Layout, Reader, Reading};

/// A page with a table of costs, by the cells of its rows: the first are the headers.
fn page(title: &str, rows: &[&str]) -> String {
    let mut page = format!("# 2.3 Handel\n\n{title}\n\n");
    for (at, row) in rows.iter().enumerate() {
        let cells: Vec<&str> = row.split('|').map(str::trim).collect();
        page += &format!("| {} |\n", cells.join(" | "));
        if at == 0 {
            page += &format!("|{}\n", "---|".repeat(cells.len()));
        }
    }
    page
}

fn read(page: &str) -> Reading<'_> {
    Reader::new().read_as(page, Layout::Markdown)
}

/// The costs of the first field that has any.
fn costs(budget: &Budget) -> &[beleid::CostLine] {
    budget.all_fields().find(|field| !field.costs.is_empty()).map_or(&[], |field| &field.costs)
}
