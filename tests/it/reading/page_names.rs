//! What pages say around their tables where they print no codes: the names of fields, the title and the organisation, goals by their
//! words, and what a site prints around the text.

use beleid::{Layout, LineUse, Reader};

use super::messages;

/// The headings of the fields of a page, and whether each was told to be a guess.
fn fields(page: &str, layout: Layout) -> Vec<(String, bool)> {
    let reading = Reader::new().read_as(page, layout);
    let found = messages(&reading);
    let fields = reading.budget.all_fields().map(|field| {
        let heading = &field.heading;
        let code = heading.code.as_ref().map(ToString::to_string);
        let parts = [heading.label.clone(), code, heading.title.clone()];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    });
    fields
        .map(|heading| {
            let title = heading.rsplit(' ').next().unwrap_or_default().to_owned();
            let is_told = !title.is_empty()
                && found.iter().any(|of| of.contains("by its place") && of.contains(&title));
            (heading, is_told)
        })
        .collect()
}

#[test]
fn a_page_without_codes_names_its_field() {
    let table =
        "Indicator\n\nBehaald 2019\n\nBeoogd 2020\n\nBanen\n\n600\n\n700\n\nBomen\n\n500\n\n650\n";
    for (front, expected) in [
        (
            "Begroting 2020\n\nSociaal domein\n\nBeleidsindicatoren\n\n",
            &[("Sociaal domein", true)][..],
        ),
        (
            "Jaarstukken 2019\n\nParagrafen\n\nLokale heffingen\n\nIndicatoren\n\n",
            &[("Lokale heffingen", true)],
        ),
        (
            "Begroting 2020\n\n1 Veiligheid\n\nWat willen we bereiken?\n\n",
            &[("1 Veiligheid", true)],
        ),
        (
            "Werk en inkomen\n\nTerug naar navigatie - Werk en inkomen\n\nDe tekst hierover.\n\n",
            &[("Werk en inkomen", true)],
        ),
        (
            "Begroting 2020\n\nprogramma 4 - openbare ruimte\n\nprogramma 4 - openbare ruimte\n\n",
            &[("programma 4 openbare ruimte", true)],
        ),
        // Only the repetition, or the link, tells these.
        (
            "6.5 Verplichte indicatoren\n\nprogramma 4 - openbare ruimte\n\nprogramma 4 - openbare ruimte\n\n",
            &[("6.5 Verplichte indicatoren", false), ("programma 4 openbare ruimte", true)],
        ),
        (
            "Dit is een zin van meer dan zes woorden.\n\nWonen\n\nTerug naar navigatie - Wonen\n\nDe tekst hierover.\n\n",
            &[("", false), ("Wonen", true)],
        ),
        // A part of the document is no field, and neither is what stands above headers.
        ("Begroting 2020\n\nInleiding\n\n", &[("", false)]),
        ("Inleiding\n\nTerug naar navigatie - Inleiding\n\n", &[("", false)]),
        // A code needs no guess.
        (
            "Begroting 2020\n\nProgramma 2 Economie\n\nIndicatoren\n\n",
            &[("Programma 2 Economie", false)],
        ),
    ] {
        let expected: Vec<(String, bool)> =
            expected.iter().map(|(name, told)| ((*name).to_owned(), *told)).collect();
        assert_eq!(fields(&format!("{front}{table}"), Layout::Lines), expected, "{front:?}");
    }
}

#[test]
fn a_question_that_is_asked_again_is_asked_of_the_next_field() {
    let page = "Begroting 2020\n\nWonen\n\nWat willen we bereiken?\n\n- Meer woningen\n\nSport\n\nWat willen we bereiken?\n\n- Meer velden\n";
    let expected = [("Wonen".to_owned(), true), ("Sport".to_owned(), true)];
    assert_eq!(fields(page, Layout::Lines), expected);
    let reading = beleid::read(page);
    let goals: Vec<&str> = reading
        .budget
        .all_fields()
        .flat_map(|field| &field.goals)
        .map(|goal| &*goal.text)
        .collect();
    assert_eq!(goals, ["Meer woningen", "Meer velden"]);
}

#[test]
fn a_heading_over_a_grid_names_its_field() {
    let page = "Programma 2 Veiligheid | |\nIndicator | Behaald 2019 |\n|---|---|\nBranden | 5 |\nInbraken | 7 |\n";
    assert_eq!(fields(page, Layout::Markdown), [("Programma 2 Veiligheid".to_owned(), false)]);
    // Text in front of the first heading of a web page is not what that heading is a part of.
    let page = "<p>Menu</p><h1>Wonen</h1><table><tr><th>Indicator<th>Behaald 2019<tr><td>Banen<td>5</table>";
    let names: Vec<String> = fields(page, Layout::Html).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["", "Wonen"]);
}

/// The kind, the period and the organisation of a page, and whether its title was told to stand around it.
fn head(page: &str, layout: Layout) -> (String, Option<String>, bool) {
    let reading = Reader::new().read_as(page, layout);
    let edition = &reading.budget.edition;
    let kind = edition.kind.as_ref().map(ToString::to_string).unwrap_or_default();
    let period = edition.period.map(|period| period.to_string()).unwrap_or_default();
    let organisation = reading.budget.organisation.clone().map(|body| body.name);
    let is_told = messages(&reading).iter().any(|of| of.contains("stands around its text"));
    (format!("{kind} {period}").trim().to_owned(), organisation, is_told)
}

#[test]
fn titles_of_pages() {
    for (page, edition, organisation, is_told) in [
        (
            "34 | Jaarstukken 2019 Provincie Drenthe",
            "annual_report 2019",
            Some("Provincie Drenthe"),
            false,
        ),
        (
            "Provincie Drenthe Jaarstukken 2019",
            "annual_report 2019",
            Some("Provincie Drenthe"),
            false,
        ),
        ("Gemeente Tiel – Programmabegroting 2021", "budget 2021", Some("Gemeente Tiel"), false),
        ("Jaarverslag en jaarrekening 2019", "annual_report 2019", None, false),
        ("Tweede tussenrapportage 2021", "interim_report 2021", None, false),
        ("Jaarrekening\n\nJaarrekening 2022 op hoofdlijnen", "annual_report 2022", None, false),
        ("Geamendeerde begroting 2019-2022", "budget 2019..2022", None, false),
        ("1e bestuursrapportage 2020", "interim_report 2020", None, false),
        ("Kadernota 2020-2023", "framework 2020..2023", None, false),
        ("Begroting 2021 -2024", "budget 2021..2024", None, false),
        ("Programmaverantwoording 2021", "annual_report 2021", None, false),
        (
            "Gemeente Testdam\n\nWonen\n\nWat willen we bereiken?\n\nMeer.",
            "",
            Some("Gemeente Testdam"),
            false,
        ),
        (
            "In document Regio Jaarstukken 2016 (pagina 34-119)\n\nBalans\n\nTekst.",
            "annual_report 2016",
            None,
            true,
        ),
        // A link back names headings, and headers are no titles.
        (
            "Bijlagen\n\nSaldo\n\nTerug naar navigatie - Saldo Begroting 2020\n\nTekst.",
            "",
            None,
            false,
        ),
        (
            "Overzicht\n\nBegroting 2019\n\nRealisatie 2019\n\nVerschil 2019\n\nTekst.",
            "",
            None,
            false,
        ),
        ("Tekst hierboven.\n\nMeetmoment:\n\nBegroting 2017\n\nTekst.", "", None, false),
    ] {
        let found = head(page, Layout::Lines);
        assert_eq!(
            found,
            (edition.to_owned(), organisation.map(str::to_owned), is_told),
            "{page:?}"
        );
    }
    for (page, edition, organisation, is_told) in [
        (
            "<title>Kengetallen - Jaarstukken 2019 | Gemeente Weert</title><h1>Kengetallen</h1><p>Tekst",
            "annual_report 2019",
            Some("Gemeente Weert"),
            true,
        ),
        // The page's own title is the better one.
        (
            "<head><title>Begroting 2020 &amp; meer</title></head><h1>Jaarstukken 2019</h1><p>Tekst",
            "annual_report 2019",
            None,
            false,
        ),
        ("<title>Welkom</title><h1>Wonen</h1><p>Tekst", "", None, false),
        ("<h1>Wonen</h1><svg><title>Begroting 2020</title></svg><p>Tekst", "", None, false),
    ] {
        let found = head(page, Layout::Html);
        assert_eq!(
            found,
            (edition.to_owned(), organisation.map(str::to_owned), is_told),
            "{page:?}"
        );
    }
    let page =
        "City of Bedford FY20 Approved Budget\n\nThe revenues of the city and the expenditures";
    assert_eq!(
        head(page, Layout::Lines),
        ("budget 2020".to_owned(), Some("City of Bedford".to_owned()), false)
    );
    let page = "Page 163 - Microsoft Word - FY 2020 Adopted Budget Document\n\nThe revenues of the city and the expenditures";
    assert_eq!(head(page, Layout::Lines), ("budget 2020".to_owned(), None, true));
}

/// The goals and the actions of a page, each action with the number of goals that it is for.
fn plans(page: &str, layout: Layout) -> (Vec<String>, Vec<(String, usize)>) {
    let reading = Reader::new().read_as(page, layout);
    let fields = || reading.budget.all_fields();
    let goals = fields().flat_map(|field| &field.goals).map(|goal| goal.text.clone()).collect();
    let actions = fields().flat_map(|field| &field.actions);
    (goals, actions.map(|action| (action.text.clone(), action.goals.len())).collect())
}

#[test]
fn goals_and_actions_by_their_words() {
    let of = |goals: &[&str], actions: &[(&str, usize)]| {
        let goals: Vec<String> = goals.iter().map(|of| (*of).to_owned()).collect();
        let actions: Vec<(String, usize)> =
            actions.iter().map(|(text, count)| ((*text).to_owned(), *count)).collect();
        (goals, actions)
    };
    for (page, expected) in [
        (
            "2.1 Afval\n\nBeleidsdoelstelling 3: minder afval per inwoner\n\nActie 3.1: een nieuw containerpark bouwen\n",
            of(&["minder afval per inwoner"], &[("een nieuw containerpark bouwen", 1)]),
        ),
        (
            "2.1 Onderwijs\n\nDoelstellingen\n\nDoelstelling 1\n\nGoed onderwijs voor ieder\n\nDoelstelling 2\n\nLezen voor ieder\n",
            of(
                &["Doelstelling 1 Goed onderwijs voor ieder", "Doelstelling 2 Lezen voor ieder"],
                &[],
            ),
        ),
        (
            "2.1 Werk\n\nWat gaan we daar in 2020 voor doen\n\n- Een banenmarkt houden\n",
            of(&[], &[("Een banenmarkt houden", 0)]),
        ),
        // The value of something is no goal.
        ("2.1 Werk\n\nDoel: 75 procent in 2020\n\nDoel: ja\n", of(&[], &[])),
    ] {
        assert_eq!(plans(page, Layout::Lines), expected, "{page:?}");
    }
}

#[test]
fn goals_and_actions_in_lines_that_run_into_each_other() {
    let page = "2.1 Jeugd\n\nHet jaar in woorden.\n\nKerndoel Operationeel doel Acties 2023\n\
        D1 1. Ieder doet mee D1 1.1 Meer preventie\nin elke wijk 1.1.1 - Jeugd: een basis\n\
        1.1.2 - Zorg: een plan in 2 delen\nD1 1.2 Meer maatwerk 1.2.1 Loket\n\nEen zin over 1.3 en meer.\n";
    let reading = Reader::new().read_as(page, Layout::Lines);
    let field = reading.budget.all_fields().next().unwrap();
    let goals: Vec<(&str, Option<&str>)> = field
        .goals
        .iter()
        .map(|goal| (&*goal.text, goal.parent.as_ref().map(beleid::Id::as_str)))
        .collect();
    let ids: Vec<&str> = field.goals.iter().map(|goal| goal.id.as_str()).collect();
    assert_eq!(
        goals,
        [
            ("D1 1. Ieder doet mee", None),
            ("D1 1.1 Meer preventie in elke wijk", Some(ids[0])),
            ("D1 1.2 Meer maatwerk", Some(ids[0])),
        ]
    );
    let actions: Vec<(&str, &str)> =
        field.actions.iter().map(|action| (&*action.text, action.goals[0].as_str())).collect();
    assert_eq!(
        actions,
        [
            ("1.1.1 - Jeugd: een basis", ids[1]),
            ("1.1.2 - Zorg: een plan in 2 delen", ids[1]),
            ("1.2.1 Loket", ids[2]),
        ]
    );
    // Without codes nothing says where a cell begins, and words of a sentence are no headers.
    for page in [
        "2.1 Jeugd\n\nDoel Acties\nIeder doet mee Een basis voor de jeugd\n",
        "2.1 Jeugd\n\nDoel en acties van 1.\n1. Ieder doet mee\n",
    ] {
        assert!(plans(page, Layout::Lines).0.is_empty(), "{page:?}");
    }
}

#[test]
fn goals_of_money_are_goals() {
    let page = "Doelstellingenrekening\n\nLasten 2025 Baten 2025\nBD 1. Een warme gemeente\nExploitatie 120 40\n\
        Investeringen 22 10\nBD 2. Een veilige gemeente\nExploitatie 431 77\nInvesteringen 12 11\n";
    let reading = Reader::new().read_as(page, Layout::Lines);
    let field = reading.budget.all_fields().next().unwrap();
    let goals: Vec<&str> = field.goals.iter().map(|goal| &*goal.text).collect();
    assert_eq!(goals, ["BD 1. Een warme gemeente", "BD 2. Een veilige gemeente"]);
    // The line keeps it as its group.
    assert_eq!(field.costs.last().unwrap().group, ["BD 2. Een veilige gemeente"]);
}

#[test]
fn goals_and_actions_in_columns() {
    let page = "<h1>2.1 Jeugd</h1><table><tr><th colspan=3>Doelenboom<tr><th>Kerndoel<th>Operationeel doel<th>Acties 2023\
        <tr><td rowspan=2>Ieder doet mee<td>Meer preventie<td>1.1.1 - Jeugd: een basis<br>1.1.2 - Zorg: een plan\
        <tr><td>Meer maatwerk<td>1.2.1 Loket</table>";
    let reading = Reader::new().read_as(page, Layout::Html);
    let field = reading.budget.all_fields().next().unwrap();
    let parents: Vec<(&str, bool)> =
        field.goals.iter().map(|goal| (&*goal.text, goal.parent.is_some())).collect();
    assert_eq!(
        parents,
        [("Ieder doet mee", false), ("Meer preventie", true), ("Meer maatwerk", true)]
    );
    let actions: Vec<(&str, &str)> =
        field.actions.iter().map(|action| (&*action.text, action.goals[0].as_str())).collect();
    let (second, third) = (field.goals[1].id.as_str(), field.goals[2].id.as_str());
    assert_eq!(
        actions,
        [
            ("1.1.1 - Jeugd: een basis", second),
            ("1.1.2 - Zorg: een plan", second),
            ("1.2.1 Loket", third)
        ]
    );
    assert!(field.indicators.is_empty());
    // A number is no goal: it is listed.
    let page = "<table><tr><th>Doel<th>Acties<tr><td>Meer bomen<td>12</table>";
    assert!(plans(page, Layout::Html).0.is_empty());
    // A column of something else makes it another table.
    let page = "<table><tr><th>Doel<th>Wethouder<tr><td>Meer bomen<td>Jansen</table>";
    assert!(plans(page, Layout::Html).0.is_empty());
}

#[test]
fn what_a_site_prints_is_set_apart() {
    for line in [
        "Base description which applies to whole site",
        "+Toon begrotingsfasen",
        "Deze website gebruikt cookies",
        "Download PDF",
        "Terug naar navigatie - Financiën - Wat mag het kosten?",
    ] {
        let page = format!("{line}\n\nBegroting 2020\n\nProgramma 2 Economie\n\nTekst.\n");
        let reading = beleid::read(&page);
        let first = reading.lines().next().unwrap();
        assert_eq!((first.text, first.used_as), (line, LineUse::Furniture));
        assert_eq!(reading.budget.fields.len(), 1, "{line}");
    }
    let page = "Home\n\nBijlagen\n\n1.2 Reserves\n\nTekst.\n";
    let uses: Vec<LineUse> = beleid::read(page).lines().map(|line| line.used_as).collect();
    assert_eq!(uses[..2], [LineUse::Furniture; 2]);
}
