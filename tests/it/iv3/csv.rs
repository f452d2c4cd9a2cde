//! The tables of open data.

use beleid::iv3::{Delivery, LossKind, Publication};

use super::{PLAIN, generate};

const HEADER: &str = "\"ID\";\"TaakveldBalanspost\";\"Categorie\";\"Gemeenten\";\"Verslagsoort\";\"k_1ePlaatsing_1\";\"k_2ePlaatsing_2\"";

#[test]
fn a_table_has_a_delivery_for_each_body_and_report() {
    let table = format!(
        "\u{feff}{HEADER}\r\n\
        0;\"0.1   \";\"L1.1  \";\"GM0014\";\"2025X000\";1;2\r\n\
        1;\"0.1   \";\"B3.8  \";\"GM0014\";\"2025X000\";3;\r\n\
        2;\"A23   \";\"Primo \";\"GM0014\";\"2025X005\";5;6\r\n\
        3;\"A23   \";\"Ultimo\";\"GM0014\";\"2025X005\";7;.\r\n\
        4;\"A23   \";\"L6.1  \";\"GM0014\";\"2025X005\";;-8\r\n\
        5;\"P112  \";\"B7.1  \";\"GM0034\";\"2025X005\";9;10.5\r\n\r\n"
    );
    let printed = |publication| {
        let reading = Delivery::read_csv(&table, publication);
        assert!(reading.findings.is_empty(), "{:?}", reading.findings);
        let mut lines = Vec::new();
        for delivery in &reading.deliveries {
            let metadata = &delivery.metadata;
            let of = format!(
                "{} {} {} {}",
                metadata.number.as_deref().unwrap(),
                metadata.year.unwrap(),
                metadata.period.unwrap().number(),
                metadata.status.unwrap()
            );
            for part in beleid::iv3::DeliveryPart::ALL {
                for entry in delivery.data.entries(*part) {
                    lines.push(format!(
                        "{of} {part} {} {} {}",
                        entry.row, entry.column, entry.amount
                    ));
                }
            }
        }
        lines
    };
    assert_eq!(
        printed(Publication::First),
        [
            "0014 2025 0 Begroting lasten 0.1 1.1 1000",
            "0014 2025 0 Begroting baten 0.1 3.8 3000",
            "0014 2025 5 Realisatie balans_standen A23 1 januari 5000",
            "0014 2025 5 Realisatie balans_standen A23 ultimo 7000",
            "0034 2025 5 Realisatie balans_baten P112 7.1 9000",
        ]
    );
    assert_eq!(
        printed(Publication::Second),
        [
            "0014 2025 0 Begroting lasten 0.1 1.1 2000",
            "0014 2025 5 Realisatie balans_lasten A23 6.1 -8000",
            "0014 2025 5 Realisatie balans_standen A23 1 januari 6000",
            "0034 2025 5 Realisatie balans_baten P112 7.1 10500.0",
        ]
    );
}

#[test]
fn what_is_not_understood_is_reported() {
    for (row, expected) in [
        ("0;0.1;1.1;GM0014;2025X000;1;2", "\"1.1\" in the column Categorie"),
        ("0;0.1;L;GM0014;2025X000;1;2", "\"L\" in the column Categorie"),
        ("0;0.1;Primo;GM0014;2025X000;1;2", "\"Primo\" in the column Categorie"),
        ("0;;L1.1;GM0014;2025X000;1;2", "\"\" in the column TaakveldBalanspost"),
        ("0;0.1;L1.1;GM0014;2025X006;1;2", "\"2025X006\" in the column Verslagsoort"),
        ("0;0.1;L1.1;GM0014;2025JJ00;1;2", "\"2025JJ00\" in the column Verslagsoort"),
        ("0;0.1;L1.1;GM0014;2025X000;1;1,5", "\"1,5\" in the column k_2ePlaatsing_2"),
        ("0;0.1;L1.1;GM0014;2025X000;1;-99998", "\"-99998\" in the column k_2ePlaatsing_2"),
        (
            "0;0.1;L1.1;GM0014;2025X000;1;9999999999999999999999999999",
            "\"9999999999999999999999999999\" in the column k_2ePlaatsing_2",
        ),
    ] {
        let reading = Delivery::read_csv(&format!("{HEADER}\n\n{row}\n"), Publication::Second);
        assert!(reading.deliveries.is_empty(), "{row}");
        let found: Vec<_> = reading.findings.iter().map(ToString::to_string).collect();
        let expected = format!(
            "error[iv3-not-taken] line 3, column 1: {expected} is not understood, so its row was left out"
        );
        assert_eq!(found, [expected], "{row}");
    }
    for (header, missing) in [
        ("", "TaakveldBalanspost"),
        ("TaakveldBalanspost\tCategorie", "Gemeenten"),
        ("Gemeenten,TaakveldBalanspost", "Categorie"),
        ("Gemeenten;TaakveldBalanspost;Categorie", "Verslagsoort"),
        ("Gemeenten;TaakveldBalanspost;Categorie;Verslagsoort;k_1ePlaatsing_1", "k_2ePlaatsing_2"),
    ] {
        let reading = Delivery::read_csv(header, Publication::Second);
        let found: Vec<_> = reading.findings.iter().map(ToString::to_string).collect();
        let expected = format!(
            "error[iv3-not-taken] budget: the file has no column {missing}, so nothing was read of it"
        );
        assert_eq!(found, [expected], "{header}");
    }
}

#[test]
fn provinces_and_joint_bodies_have_columns_of_their_own() {
    for (_, delivery) in generate::all().filter(|(name, _)| name.ends_with("2026 0")) {
        let (table, _) = delivery.to_csv(Publication::First);
        let column = match delivery.metadata.tier.unwrap().code() {
            "municipality" => "Gemeenten",
            "province" => "Provincies",
            _ => "GemeenschappelijkeRegelingen",
        };
        assert!(table.lines().next().unwrap().contains(column), "{column}");
        let reading = Delivery::read_csv(&table, Publication::First);
        assert_eq!(reading.deliveries[0].metadata.tier, delivery.metadata.tier);
        assert_eq!(reading.deliveries[0].data.expenses.len(), delivery.data.expenses.len());
    }
}

#[test]
fn what_a_table_has_no_column_for_is_lost_by_name() {
    let delivery = Delivery::read(PLAIN).delivery;
    let (table, losses) = delivery.to_csv(Publication::Second);
    let lost: Vec<_> = losses.iter().map(|loss| (loss.kind, &*loss.place)).collect();
    assert_eq!(
        lost,
        [
            (LossKind::Metadata, "/metadata/overheidsnaam"),
            (LossKind::Metadata, "/metadata/datum"),
            (LossKind::Metadata, "/metadata/details_openbaar"),
            (LossKind::Metadata, "/metadata/financieel_pakket"),
            (LossKind::Metadata, "/metadata/export_software"),
            (LossKind::NoColumn, "/contact/naam"),
            (LossKind::NoColumn, "/contact/email"),
            (LossKind::NoColumn, "/contact/telefoon"),
            (LossKind::NoColumn, "/opmerkingen/0"),
            (LossKind::NoColumn, "/data/kengetallen/0"),
            (LossKind::NoColumn, "/data/beleidsindicatoren/0"),
        ]
    );
    assert_eq!(table.lines().nth(1), Some("0;0.4;L1.1;GM0014;2026X005;;0.6"));
}
