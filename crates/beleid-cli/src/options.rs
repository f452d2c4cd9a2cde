//! The options of the subcommands, and what they say to people.

use std::ffi::{OsStr, OsString};
use std::path::Path;

use beleid::{
    BareYears, Language, Layout, Mapping, Profile, Reader, Rule, Rules, Severity, Vocabulary,
    WordKind,
};
use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Command};

use crate::input::{self, Source};
use crate::output::{Format, is_written};

const EXIT_CODES: &str = "\
Exit codes:
  0  fine
  1  findings that fail the check; or a document, a part of one or a table that
     could not be read: what is written is then not all there is
  2  wrong usage, a file that can't be opened, or an output that can't be written";

const EXIT_CODES_OF_CELL: &str = "\
Exit codes:
  0  fine, whatever the cells hold
  2  wrong usage, or standard input can't be read";

const EXIT_CODES_WITHOUT_DOCUMENTS: &str = "\
Exit codes:
  0  fine
  2  wrong usage, a file that can't be opened, or an output that can't be written";

/// The whole command line.
pub(crate) fn command() -> Command {
    let output = Arg::new("output")
        .short('o')
        .long("output")
        .value_name("FILE")
        .global(true)
        .value_parser(clap::value_parser!(OsString))
        .help("Write to this file in place of standard output; it is left as it is if there is no answer");
    Command::new("beleid")
        .about("Reads policy goals and indicators from programme budgets and their accounts")
        .version(env!("CARGO_PKG_VERSION"))
        .subcommand_required(true)
        .arg_required_else_help(true)
        .arg(output)
        .after_help(ending(
            "\
  beleid check budget.html
  beleid figures budgets/ -o figures.csv
  beleid evaluate budget-2017.xlsx --at 2017
  pdftotext -layout budget.pdf - | beleid read -",
            EXIT_CODES,
        ))
        .subcommand(figures())
        .subcommand(cell())
        .subcommand(read())
        .subcommand(check())
        .subcommand(evaluate())
        .subcommand(report())
        .subcommand(methods())
        .subcommand(schema())
        .subcommand(vocabulary_words())
        .subcommand(completions())
        .subcommand(man())
}

/// What help ends with: examples, which are set in by two places, and what the exit codes say.
fn ending(examples: &str, exit_codes: &str) -> String {
    format!("Examples:\n  {examples}\n\n{exit_codes}")
}

/// In which form the answer is. The first of the forms is the usual one.
fn format_of(forms: &'static [&'static str], help: &'static str) -> Arg {
    let usual = forms.first().copied().unwrap_or_default();
    Arg::new("format")
        .long("format")
        .value_name("FORMAT")
        .value_parser(PossibleValuesParser::new(forms))
        .default_value(usual)
        .help(help)
}

fn figures() -> Command {
    let format = format_of(
        &["csv", "json", "jsonl"],
        "csv with one header, a json array with an object a row, or jsonl with an object a line",
    );
    on_documents(Command::new("figures"), true)
        .about("Writes all figures as a flat table: a row a figure, and a row for each cell that could not be placed")
        .arg(format)
        .after_help(ending(
            "\
  beleid figures budget.html -o figures.csv
  beleid figures --format jsonl budgets/ | jq 'select(.role == \"target\")'",
            EXIT_CODES,
        ))
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
        .arg(format_of(
            &["text", "json", "jsonl"],
            "text for people; a json array, or jsonl with a line each, of objects with printed, figures, findings, explanation and certain_by",
        ))
        .after_help(ending(
            "\
  beleid cell 1.049 '> 15%' 'ca. 3 mln'
  beleid cell --format jsonl < cells.txt",
            EXIT_CODES_OF_CELL,
        ))
}

fn read() -> Command {
    on_documents(Command::new("read"), true)
        .about("Writes the wire JSON of a document, and its findings on standard error; several documents are read as one budget")
        .after_help(ending(
            "\
  beleid read budget.html -o budget.json
  beleid read part-1.txt part-2.txt --layout lines
  beleid read costs.csv --column 'Post=label' --column '#3=realised'",
            EXIT_CODES,
        ))
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
        .arg(format_of(
            &["text", "json", "jsonl", "csv"],
            "text with the source; findings with their document as a json array, as jsonl with a line each, or as csv",
        ))
        .arg(flag("list", "List the rules, how severe each is, and its help"))
        .after_help(ending(
            "\
  beleid check budget.html --profile bbv-municipality --dutch
  beleid check budgets/ --format csv -o findings.csv
  beleid check --list

The check fails on a finding that is an error, and on a table that was not read
(the rule table-not-read), unless that rule is allowed.",
            EXIT_CODES,
        ))
}

/// Of what an evaluation is: the period, and a method.
fn question() -> [Arg; 2] {
    let at = Arg::new("at").long("at").value_name("PERIOD").help(
        "The period that the targets are for: 2017, 2014/15, 2018-H1, 2017-Q3, 2014-01, 2017-10-01 \
         (default: that of the document, or else the latest of its figures)",
    );
    let names: Vec<_> = beleid::methods::presets::NAMES.iter().map(|(name, _)| *name).collect();
    let method = Arg::new("method")
        .long("method")
        .value_name("NAME|FILE.toml")
        .value_parser(clap::value_parser!(OsString))
        .help(format!(
            "Assess each indicator by a method ({}), or by your own: `beleid methods NAME --format toml` writes one to begin with",
            names.join(", ")
        ));
    [at, method]
}

fn evaluate() -> Command {
    let direction = Arg::new("direction")
        .long("direction")
        .value_name("[NAME=]DIRECTION")
        .action(ArgAction::Append)
        .help("Which results are better where the document doesn't say: higher, lower or within, of all indicators or of the one with this name or id; it is marked as given");
    let target = Arg::new("target")
        .long("target")
        .value_name("NAME=VALUE")
        .action(ArgAction::Append)
        .help("The target of an indicator, by its name or id, for the period, where the document has none: '> 15', '80 %'; it is marked as given");
    on_documents(Command::new("evaluate"), true)
        .about("Tells which targets of a document are met, and what each field planned and spent; several documents are evaluated as one budget")
        .args(question())
        .arg(direction)
        .arg(target)
        .arg(flag("explain", "How each assessment came about, in a paragraph").requires("method"))
        .arg(dutch().requires("method"))
        .arg(format_of(
            &["text", "json", "jsonl", "csv"],
            "text for people; json or jsonl with an object for each indicator and slice, and then for each field with money; csv with the indicators only",
        ))
        .after_help(ending(
            "\
  beleid evaluate budget.html --at 2017
  beleid evaluate budgets/ --method municipal --explain --dutch
  beleid evaluate figures.csv --at 2017 --direction lower --direction 'Woningen=higher' \\
    --target 'Woningen=> 120'
  beleid evaluate budget.html --method ours.toml --format csv -o assessed.csv",
            EXIT_CODES,
        ))
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
    on_documents(Command::new("report"), true)
        .about("Writes a report for people: which targets are met and why, figures with pictures, money, and what was found; several documents are a section each")
        .arg(format)
        .arg(indicator)
        .args(question())
        .arg(dutch())
        .after_help(ending(
            "\
  beleid report account.html -o report.html --dutch
  beleid report account.html
  beleid report account.html --indicator 'Unemployment' -o unemployment.svg",
            EXIT_CODES,
        ))
}

fn methods() -> Command {
    let name = Arg::new("name")
        .value_name("NAME|FILE.toml")
        .value_parser(clap::value_parser!(OsString))
        .help("The method to explain; without it all of them are listed");
    Command::new("methods")
        .about("Lists the methods of evaluation, or explains one: what it computes, its bands, and what it needs")
        .arg(name)
        .arg(dutch())
        .arg(format_of(
            &["text", "json", "toml"],
            "text for people; json, or of one method toml, with all its parts: as evaluate --method takes it",
        ))
        .after_help(ending(
            "\
  beleid methods
  beleid methods municipal --dutch
  beleid methods municipal --format toml -o ours.toml",
            EXIT_CODES_WITHOUT_DOCUMENTS,
        ))
}

fn schema() -> Command {
    let names = crate::schema::ALL.iter().map(|(name, ..)| *name);
    let name = Arg::new("name")
        .value_name("NAME")
        .value_parser(PossibleValuesParser::new(names))
        .help("What the schema is of; without it the schemas are listed");
    Command::new("schema")
        .about("Writes the JSON Schema of what the other subcommands write")
        .arg(name)
        .after_help(ending(
            "\
  beleid schema
  beleid schema document -o beleid.schema.json",
            EXIT_CODES_WITHOUT_DOCUMENTS,
        ))
}

fn vocabulary_words() -> Command {
    let kinds = WordKind::ALL.iter().map(|kind| kind.code());
    let kind = Arg::new("kind")
        .long("kind")
        .value_name("KIND")
        .value_parser(PossibleValuesParser::new(kinds))
        .help("Only words of this kind");
    let word = Arg::new("word")
        .value_name("WORD")
        .help("The word to look up; without it all words are listed");
    Command::new("words")
        .about("Lists the words that the reader knows, or tells what one of them means")
        .arg(word)
        .arg(kind)
        .args(words())
        .arg(dutch())
        .arg(format_of(
            &["text", "json", "jsonl", "csv"],
            "text for people; a json array, jsonl with a line each, or csv, with kind, word and meaning",
        ))
        .after_help(ending(
            "\
  beleid words Streefwaarde
  beleid words --language en --kind unit
  beleid words --vocabulary ours.toml --format csv",
            EXIT_CODES_WITHOUT_DOCUMENTS,
        ))
}

fn completions() -> Command {
    let shell = Arg::new("shell")
        .value_name("SHELL")
        .required(true)
        .value_parser(clap::value_parser!(clap_complete::Shell))
        .help("The shell that is to complete the command");
    Command::new("completions").about("Writes the completions of a shell").arg(shell).after_help(
        ending(
            "\
  beleid completions bash > ~/.local/share/bash-completion/completions/beleid
  beleid completions fish -o ~/.config/fish/completions/beleid.fish",
            EXIT_CODES_WITHOUT_DOCUMENTS,
        ),
    )
}

fn man() -> Command {
    let command = Arg::new("command")
        .value_name("COMMAND")
        .help("The subcommand that the page is about; without it the whole command");
    Command::new("man").about("Writes a manual page, for man and troff").arg(command).after_help(
        ending(
            "\
  beleid man > ~/.local/share/man/man1/beleid.1
  beleid man evaluate | man -l -",
            EXIT_CODES_WITHOUT_DOCUMENTS,
        ),
    )
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

/// The form of the answer.
pub(crate) fn format(given: &ArgMatches) -> Format {
    Format::of(given.get_one::<String>("format").map_or("text", String::as_str))
}

/// The file to write to.
pub(crate) fn output(given: &ArgMatches) -> Option<&OsStr> {
    file(given, "output")
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
    let all: Vec<&OsStr> = all.collect();
    if all.iter().filter(|name| **name == "-").count() > 1 {
        return Err("standard input can be read once".to_owned());
    }
    if let Some(both) = all.iter().find(|name| is_written(Path::new(name))) {
        return Err(format!("{}: would be overwritten by --output", both.display()));
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
    Ok(match vocabulary(given)? {
        Some(vocabulary) => Reader::new().with_vocabulary(vocabulary),
        None => Reader::new(),
    })
}

/// The words that are given; `None` if none are.
pub(crate) fn vocabulary(given: &ArgMatches) -> Result<Option<Vocabulary>, String> {
    let language: Option<&String> = given.get_one("language");
    Ok(match (file(given, "vocabulary"), language.map(String::as_str)) {
        (Some(name), _) => Some(toml(name)?),
        (None, Some("en")) => Some(Vocabulary::english()),
        (None, _) => None,
    })
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
pub(crate) fn toml<T: serde::de::DeserializeOwned>(name: &OsStr) -> Result<T, String> {
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
