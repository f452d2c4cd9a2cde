//! `beleid figures`.

use super::{EXAMPLE, Folder, ODD, command, ended, golden, json, run, run_with_input, shown};

const HEADER: &str = "document,state,organisation,edition,field_code,field,subject,id,code,group,label,flow,\
    area,slice,period,role,dated,kind,value,low,high,unit,scale,per,status,notes,remark,printed,header,\
    line,column,findings\n";

#[test]
fn the_flat_table_of_a_document() {
    golden("figures.csv", shown(&run(&["figures", ODD])));
    golden("figures.json", shown(&run(&["figures", "--format", "json", ODD])));
}

/// Documents in each layout, with all of their rows.
#[test]
fn rows_of_each_layout() {
    let cases: [(&str, &[u8], &[&str]); 4] = [
        (
            "a.txt",
            b"Begroting 2017 gemeente Assen\n\n2.2 Toerisme\n\nIndicatoren\n\nBehaald 2016\n\nBeoogd 2017\n\n\
              Aantal bezoekers\n\nca. 1.000\n\n> 1.200\n\nMusea\n\n3\n",
            &[
                "DIR/a.txt,placed,gemeente Assen,Begroting 2017 gemeente Assen,2.2,Toerisme,indicator,2.2-i1,,,Aantal bezoekers,,,,2016,realised,,exact,1000,,,count,1,,approximate,,,ca. 1.000,Behaald 2016,13,1,",
                "DIR/a.txt,placed,gemeente Assen,Begroting 2017 gemeente Assen,2.2,Toerisme,indicator,2.2-i1,,,Aantal bezoekers,,,,2017,target,,more_than,1200,,,count,1,,,,,> 1.200,Beoogd 2017,15,1,",
                "DIR/a.txt,unplaced,gemeente Assen,Begroting 2017 gemeente Assen,2.2,Toerisme,indicator,2.2-i2,,,Musea,,,,,,,,,,,,,,,,,3,,19,1,row-misaligned",
            ],
        ),
        (
            "b.html",
            b"<h1>Begroting 2017</h1><h2>2.2 Werk</h2><table><tr><th>Indicator<th>Behaald 2016<th>Beoogd 2017\
              <tr><td>Banen<td>10-12<td>-<tr><td>Nederland<td>8<td>n.v.t.</table>",
            &[
                "DIR/b.html,placed,,Begroting 2017,2.2,Werk,indicator,2.2-i1,,,Banen,,,,2016,realised,,between,,10,12,,,,,,,10-12,Behaald 2016,1,113,",
                "DIR/b.html,placed,,Begroting 2017,2.2,Werk,indicator,2.2-i1,,,Banen,,,,2017,target,,missing,,,,,,,,,,-,Beoogd 2017,1,122,",
                "DIR/b.html,placed,,Begroting 2017,2.2,Werk,indicator,2.2-i1,,,Banen,,,body: Nederland,2016,realised,,exact,8,,,,,,,,,8,Behaald 2016,1,144,",
                "DIR/b.html,placed,,Begroting 2017,2.2,Werk,indicator,2.2-i1,,,Banen,,,body: Nederland,2017,target,,missing,,,,,,,,,,n.v.t.,Beoogd 2017,1,149,",
            ],
        ),
        (
            "c.txt",
            "Begroting 2017\n\n1.1 Veld\n\nWat mag het kosten? (x € 1.000)\n\nRekening 2015\n\nBegroting 2017\n\n\
             Totaal lasten\n\n12.000,5\n\n-\n\nSaldo van lasten en baten\n\n-1\n\n> 2\n".as_bytes(),
            &[
                "DIR/c.txt,placed,,Begroting 2017,1.1,Veld,money,1.1-c1,,,Totaal lasten,expenses,,,2015,realised,,exact,12000500,,,euro,1000,,,,,\"12.000,5\",Rekening 2015,13,1,",
                "DIR/c.txt,placed,,Begroting 2017,1.1,Veld,money,1.1-c1,,,Totaal lasten,expenses,,,2017,budgeted,,missing,,,,euro,1000,,,,,-,Begroting 2017,15,1,",
                "DIR/c.txt,placed,,Begroting 2017,1.1,Veld,money,1.1-c2,,,Saldo van lasten en baten,balance,,,2015,realised,,exact,-1000,,,euro,1000,,,,,-1,Rekening 2015,19,1,",
                "DIR/c.txt,placed,,Begroting 2017,1.1,Veld,money,1.1-c2,,,Saldo van lasten en baten,balance,,,2017,budgeted,,more_than,2000,,,euro,1000,,,,,> 2,Begroting 2017,21,1,",
            ],
        ),
        (
            "d.txt",
            b"Welkom",
            &[],
        ),
    ];
    for (name, bytes, rows) in cases {
        let folder = Folder::new(&[(name, bytes)]);
        let output = run(&["figures", &folder.name(name)]);
        let rows = rows.iter().flat_map(|row| [row, "\n"]).collect::<String>();
        assert_eq!(folder.named(shown(&output)), format!("{HEADER}{rows}"), "{name}");
    }
}

/// Of a cell in a workbook the row and the column stand where the line and the column of a text do.
#[test]
fn positions_in_a_workbook() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (row, cells) in [(2, ["Indicator", "Beoogd 2017"]), (3, ["Projecten", "> 15"])] {
        for (column, cell) in cells.iter().enumerate() {
            sheet.write(row, u16::try_from(column).unwrap() + 1, *cell).unwrap();
        }
    }
    let folder = Folder::new(&[("a.xlsx", &book.save_to_buffer().unwrap())]);
    let rows = run(&["figures", "--format", "json", &folder.name("a.xlsx")]);
    let rows = json(shown(&rows));
    assert_eq!(
        (&rows[0]["printed"], &rows[0]["line"], &rows[0]["column"]),
        (&"> 15".into(), &4.into(), &3.into())
    );
}

#[test]
fn several_documents_have_one_header() {
    let one = run(&["figures", EXAMPLE]);
    let other = run(&["figures", ODD]);
    let both = run(&["figures", EXAMPLE, ODD]);
    let other = shown(&other).strip_prefix(HEADER).unwrap();
    assert_eq!(shown(&both), format!("{}{other}", shown(&one)));
    let both = run(&["figures", "--format=json", EXAMPLE, ODD]);
    let rows = json(shown(&both));
    let documents: Vec<_> = rows.as_array().unwrap().iter().map(|row| &row["document"]).collect();
    assert_eq!((documents[0], *documents.last().unwrap()), (&EXAMPLE.into(), &ODD.into()));
    assert_eq!(documents.len(), shown(&run(&["figures", EXAMPLE, ODD])).lines().count() - 1);
}

/// A budget as wire JSON has the same rows, without positions, and with what validation finds.
#[test]
fn rows_of_wire_json() {
    let wire = run(&["read", ODD]);
    let rows = run_with_input(&["figures", "-"], &wire.stdout);
    golden("figures_of_wire.csv", shown(&rows));
    let none = run_with_input(
        &["figures", "--format", "json", "-"],
        br#"{"schema":1,"budget":{"edition":{}}}"#,
    );
    assert_eq!(shown(&none), "[]\n");
}

#[test]
fn findings_of_rules_that_are_allowed_are_left_out() {
    let folder = Folder::new(&[("rules.toml", b"[severity]\nmark-without-footnote = \"allow\"\n")]);
    let rows = run(&["figures", ODD, "--rules", &folder.name("rules.toml")]);
    let marked = |text: &str| text.matches("mark-without-footnote").count();
    assert_eq!((marked(shown(&rows)), marked(shown(&run(&["figures", ODD])))), (0, 3));
}

#[test]
fn a_closed_pipe_ends_it_quietly() {
    let row = "2.3 Handel\n\nKengetallen\n\nBehaald 2015\n\n".to_owned()
        + &"Winkels\n\n10\n\n".repeat(5000);
    let folder = Folder::new(&[("a.txt", row.as_bytes())]);
    for arguments in [
        &["figures"][..],
        &["figures", "--format", "json"],
        &["read"],
        &["check", "--format=jsonl"],
    ] {
        let name = folder.name("a.txt");
        let mut child = command(&[arguments, &[&name]].concat()).spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        let (_, errors, code) = ended(&output);
        assert_eq!(code, 0, "{arguments:?}: {errors}");
        assert!(!errors.contains("pipe") && !errors.contains("panic"), "{arguments:?}: {errors}");
    }
}
