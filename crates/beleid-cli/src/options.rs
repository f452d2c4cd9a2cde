//! The options of the subcommands, and what they say to people.

use std::ffi::{OsStr, OsString};

use beleid::{
    BareYears, Language, Layout, Mapping, Profile, Reader, Rule, Rules, Severity, Vocabulary,
};
use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Command};

use crate::input::{self, Source};

const EXIT_CODES: &str = "\
Exit codes:
  0  fine
  1  findings that fail the check; or a document, a part of one or a table that
     could not be read: what is written is then not all there is
  2  wrong usage, or a file that can't be opened";

const EXIT_CODES_OF_CELL: &str = "\
Exit codes:
  0  fine, whatever the cells hold
  2  wrong usage, or standard input can't be read";

/// The whole command line.
pub(crate) fn command() -> Command {
    Command::new("beleid")
        .about("Reads policy goals and indicators from programme budgets and their accounts")
        .version(env!("CARGO_PKG_VERSION"))
        .subcommand_required(true)
        .arg_required_else_help(true)
        .after_help(EXIT_CODES)
        .subcommand(figures())
        .subcommand(cell())
        .subcommand(read())
        .subcommand(check())
        .subcommand(evaluate())
        .subcommand(report())
}

fn figures() -> Command {
    let format = Arg::new("format")
        .long("format")
        .value_name("FORMAT")
        .value_parser(["csv", "json"])
        .default_value("csv")
        .help("csv with one header, or a json array with an object a row");
    on_documents(Command::new("figures"), true)
        .about("Writes all figures as a flat table: a row a figure, and a row for each cell that could not be placed")
        .arg(format)
        .after_help(EXIT_CODES)
}

fn cell() -> Command {
    let cells = Arg::new("cells")
        .value_name("CELL")
        .num_args(0..)
        // Cells such as `-`, `-5` and `-/- 12`.
        .allow_hyphen_values(true)
        .value_parser(clap::value_parser!(OsString))
        .help("The text of a cell; without any, each line of standard input is one");
    Command::new("cell")
        .about("Tells how each cell is read alone, why, and what would make it certain")
        .arg(cells)
        .args(words())
        .arg(dutch())
        .arg(flag(
            "json",
            "An array of objects with printed, figures, findings, explanation and certain_by",
        ))
        .after_help(EXIT_CODES_OF_CELL)
}

fn read() -> Command {
    on_documents(Command::new("read"), true)
        .about("Writes the wire JSON of a document, and its findings on standard error; several documents are read as one budget")
        .after_help(EXIT_CODES)
}

fn check() -> Command {
    let profiles = Profile::ALL.iter().map(|profile| profile.code());
    let profile = Arg::new("profile")
        .long("profile")
        .value_name("NAME")
        .value_parser(PossibleValuesParser::new(profiles))
        .help("Switch on the rules of a profile as well: bbv-municipality is what the law asks of the budget of a municipality; what a file of --rules says of them comes first");
    on_documents(Command::new("check"), false)
        .about("Reports what is odd about a document, with its source; several documents are read as one budget")
        .arg(dutch())
        .arg(profile)
        .arg(flag("json", "One JSON object a line for each finding, with its document"))
        .arg(flag("list", "List the rules, how severe each is, and its help"))
        .after_help(format!(
            "The check fails on a finding that is an error, and on a table that was not read\n\
             (the rule table-not-read), unless that rule is allowed.\n\n{EXIT_CODES}"
        ))
}

fn evaluate() -> Command {
    on_documents(Command::new("evaluate"), true)
        .about("Tells which targets of a document are met, and what each field planned and spent; several documents are evaluated as one budget")
        .args(question())
        .arg(flag("explain", "How each assessment came about, in a paragraph").requires("method"))
        .arg(dutch().requires("method"))
        .arg(flag("json", "One JSON object a line, for each indicator and slice, and then for each field with money"))
        .after_help(EXIT_CODES)
}

fn report() -> Command {
    let format = Arg::new("format")
        .long("format")
        .value_name("FORMAT")
        .value_parser(["html", "terminal", "markdown", "svg"])
        .help(
            "html is one page that loads nothing; svg is the pictures of one indicator \
             (default: by the ending of --output; without it terminal on a terminal, and else html)",
        );
    let indicator = Arg::new("indicator")
        .long("indicator")
        .value_name("ID")
        .help("The indicator to draw, by its id or its name; asks for svg");
    let output = Arg::new("output")
        .short('o')
        .long("output")
        .value_name("FILE")
        .value_parser(clap::value_parser!(OsString))
        .help("The file to write, as .html, .md, .txt or .svg says (default: standard output)");
    on_documents(Command::new("report"), true)
        .about("Writes a report for people: which targets are met and why, figures with pictures, money, and what was found; several documents are a section each")
        .arg(format)
        .arg(indicator)
        .arg(output)
        .args(question())
        .arg(dutch())
        .after_help(EXIT_CODES)
}

/// What an evaluation is for, and by which method.
fn question() -> [Arg; 2] {
    let at = Arg::new("at").long("at").value_name("PERIOD").help(
        "The period that the targets are for: 2017, 2014/15, 2018-H1, 2017-Q3, 2014-01, 2017-10-01 \
         (default: that of the document, or else the latest of its figures)",
    );
    let names = beleid::methods::presets::NAMES.iter().map(|(name, _)| *name);
    let method = Arg::new("method")
        .long("method")
        .value_name("NAME")
        .value_parser(PossibleValuesParser::new(names))
        .help("Assess each indicator by a method");
    [at, method]
}

/// The arguments of all subcommands that read documents.
fn on_documents(command: Command, is_required: bool) -> Command {
    let files = Arg::new("files")
        .value_name("FILE")
        .num_args(1..)
        .required(is_required)
        .value_parser(clap::value_parser!(OsString))
        .help(
            "A text, web page, Markdown, CSV, workbook (.xlsx), wire JSON or delivery of Iv3 (JSON); - is \
             standard input; of a folder all such files in it, but for JSON",
        );
    let layout = Arg::new("layout")
        .long("layout")
        .value_name("LAYOUT")
        .value_parser(PossibleValuesParser::new(Layout::ALL.iter().map(|layout| layout.code())))
        .help("The layout of the documents (default: recognised)");
    let rules = Arg::new("rules").long("rules").value_name("FILE").value_parser(clap::value_parser!(OsString)).help(
        "How severe each rule is: TOML with a table [severity], in which a rule is \"allow\", \"advice\", \
         \"warning\" or \"error\", and the numbers jump-factor and years-from-edition. That something was \
         not read at all (unreadable-file, limit-reached, other-edition) can't be allowed",
    );
    command.arg(files).arg(layout).args(words()).args(mapping()).arg(rules)
}

/// What is known about the tables.
fn mapping() -> [Arg; 3] {
    let mapping = Arg::new("mapping")
        .long("mapping")
        .value_name("FILE")
        .value_parser(clap::value_parser!(OsString))
        .help("What the tables hold: TOML with [column], in which a header is \"label\", \"period\", \"value\" and so on, and unit, scale, bare_years, kind and others");
    let column = Arg::new("column")
        .long("column")
        .value_name("HEADER=WHAT")
        .action(ArgAction::Append)
        .help("What one column holds, by its header, or by its number: '#3=label'; as in a mapping, and before it");
    let bare_years = Arg::new("bare-years")
        .long("bare-years")
        .value_name("ROLE")
        .help("The role of years that stand without one: realised; or realised,budgeted for before the year of the edition, and from it on");
    [mapping, column, bare_years]
}

/// The words that the reader knows.
fn words() -> [Arg; 2] {
    let vocabulary = Arg::new("vocabulary")
        .long("vocabulary")
        .value_name("FILE")
        .value_parser(clap::value_parser!(OsString))
        .conflicts_with("language")
        .help("Words to read by: TOML with the language that they are added to, headers, questions and so on");
    let language = Arg::new("language")
        .long("language")
        .value_name("LANGUAGE")
        .value_parser(["nl", "en"])
        .help("The language that the documents are in (default: nl)");
    [vocabulary, language]
}

fn dutch() -> Arg {
    flag("dutch", "Answer in Dutch where there are words for it")
}

fn flag(name: &'static str, help: &'static str) -> Arg {
    Arg::new(name).long(name).action(ArgAction::SetTrue).help(help)
}

/// The language of answers.
pub(crate) fn language(given: &ArgMatches) -> Language {
    if given.get_flag("dutch") { Language::Dutch } else { Language::English }
}

/// The file that an option names.
fn file<'g>(given: &'g ArgMatches, option: &str) -> Option<&'g OsStr> {
    given.get_one::<OsString>(option).map(OsString::as_os_str)
}

/// What documents to read, and how.
pub(crate) fn source(given: &ArgMatches) -> Result<Source, String> {
    let names: Vec<OsString> =
        given.get_many("files").into_iter().flatten().map(OsString::to_owned).collect();
    let options = [file(given, "rules"), file(given, "vocabulary"), file(given, "mapping")];
    let all = names.iter().map(OsString::as_os_str).chain(options.into_iter().flatten());
    if all.filter(|name| *name == "-").count() > 1 {
        return Err("standard input can be read once".to_owned());
    }
    let layout: Option<&String> = given.get_one("layout");
    let layout = layout.map(|code| code.parse()).transpose();
    let layout = layout.map_err(|error: beleid::Error| error.to_string())?;
    let mut reader = reader(given)?;
    if let Some(mapping) = mapping_of(given)? {
        reader = reader.with_mapping(mapping);
    }
    Ok(Source { names, layout, reader, rules: rules(given)? })
}

/// The mapping, if there is one: that of the file, with the columns that are named beside it.
fn mapping_of(given: &ArgMatches) -> Result<Option<Mapping>, String> {
    let columns: Vec<&String> = given.get_many("column").into_iter().flatten().collect();
    let bare_years: Option<&String> = given.get_one("bare-years");
    let mut mapping: Mapping = match file(given, "mapping") {
        Some(name) => toml(name)?,
        None if columns.is_empty() && bare_years.is_none() => return Ok(None),
        None => Mapping::new(),
    };
    for column in columns {
        mapping.add_column(column).map_err(|error| format!("--column: {error}"))?;
    }
    if let Some(roles) = bare_years {
        let roles: BareYears = roles.parse().map_err(|error| format!("--bare-years: {error}"))?;
        mapping = mapping.with_bare_years(roles);
    }
    Ok(Some(mapping))
}

/// The reader, by the words that it is given.
pub(crate) fn reader(given: &ArgMatches) -> Result<Reader, String> {
    let language: Option<&String> = given.get_one("language");
    let vocabulary = match (file(given, "vocabulary"), language.map(String::as_str)) {
        (Some(name), _) => toml(name)?,
        (None, Some("en")) => Vocabulary::english(),
        (None, _) => return Ok(Reader::new()),
    };
    Ok(Reader::new().with_vocabulary(vocabulary))
}

/// The severity of each rule. Those that tell that something was not read at all can't be allowed,
/// since the exit code says so as well.
pub(crate) fn rules(given: &ArgMatches) -> Result<Rules, String> {
    let mut rules: Rules = match file(given, "rules") {
        Some(name) => toml(name)?,
        None => Rules::new(),
    };
    // Not all subcommands have it.
    let profile = given.try_get_one::<String>("profile").ok().flatten();
    if let Some(profile) = profile {
        let profile: Profile = profile.parse().map_err(|error: beleid::Error| error.to_string())?;
        rules.add_profile(profile);
    }
    for rule in [Rule::UnreadableFile, Rule::LimitReached, Rule::OtherEdition] {
        if rules.severity(rule).is_none() {
            rules.set(rule, Severity::Error);
        }
    }
    Ok(rules)
}

/// The contents of a file of TOML. An error is one line, with its position.
fn toml<T: serde::de::DeserializeOwned>(name: &OsStr) -> Result<T, String> {
    let text = input::text(name)?;
    toml::from_str(&text).map_err(|error| {
        let line = error
            .span()
            // An error about the whole is on no line.
            .filter(|span| !span.is_empty())
            .and_then(|span| text.get(..span.start))
            .map(|before| before.bytes().filter(|byte| *byte == b'\n').count() + 1);
        let message = error.message().replace('\n', ", ");
        let name = input::shown(name);
        match line {
            Some(line) => format!("{name}: line {line}: {message}"),
            None => format!("{name}: {message}"),
        }
    })
}
