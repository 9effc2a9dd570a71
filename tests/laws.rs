//! What holds whatever comes: changes to a book, a search that follows them, keys pressed at random, files
//! nobody wrote on purpose.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on fails")]
#![expect(clippy::panic, reason = "a test that cannot go on fails")]

#[path = "made/stage.rs"]
#[expect(dead_code, reason = "the screens' tests use the rest")]
mod stage;
#[path = "made/values.rs"]
mod values;

use kuntatutor::app::input::Input;
use kuntatutor::book::title::title;
use kuntatutor::book::{Book, Change, Shelf, Shelves};
use kuntatutor::domain::{Kind, Link, Person, Record, RecordRef, Session, Table};
use kuntatutor::exchange::json::read;
use kuntatutor::find::finder::Finder;
use kuntatutor::find::index::Narrowing;
use kuntatutor::find::usage::Usage;
use kuntatutor::keys::{Chord, Key};
use kuntatutor::settings::Settings;
use kuntatutor::store::file::{Next, Records};
use kuntatutor::store::{Source, load};
use kuntatutor::text::{Texts, Tongue};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use ratatui::layout::Size;
use stage::{Stage, TODAY};

/// So many cases, and more where `PROPTEST_CASES` is over its usual 256: 2560 tries ten times as hard.
fn cases(cases: u32) -> ProptestConfig {
    let usual = ProptestConfig::default();
    ProptestConfig { failure_persistence: None, cases: (cases * usual.cases / 256).max(1), ..usual }
}

fn shelf<T: Table + std::fmt::Debug>() -> impl Strategy<Value = Shelf<T>> {
    vec(values::record::<T>(), 0..4).prop_map(|mut records| {
        records.sort_by(|one, other| one.id().cmp(other.id()));
        records.dedup_by(|one, other| one.id() == other.id());
        Shelf::new(records)
    })
}

/// A small book whose records name each other.
fn book() -> impl Strategy<Value = Book> {
    let first = (shelf(), shelf(), shelf(), shelf(), shelf(), shelf());
    let second = (shelf(), shelf(), shelf(), shelf());
    (first, second).prop_map(|(first, second)| {
        let (municipalities, people, themes, seasons, coachings, sessions) = first;
        let (feedback, actions, practices, notes) = second;
        Book::new(Shelves {
            municipalities,
            people,
            themes,
            seasons,
            coachings,
            sessions,
            feedback,
            actions,
            practices,
            notes,
            ..Shelves::default()
        })
    })
}

/// Everything a book holds, and for every id of these tests who refers to it.
fn content(book: &Book) -> (Vec<Record>, Vec<(Link, Vec<Link>)>) {
    let mut records = Vec::new();
    let mut referring = Vec::new();
    for kind in Kind::ALL {
        records.extend(book.places(kind).into_iter().filter_map(|place| book.at(place)).map(RecordRef::to_owned));
        for id in ["a1", "a2", "a3", "a4", "b-5", "B_6"] {
            let link = Link::new(kind, kuntatutor::domain::Id::parse(id).unwrap());
            let mut others: Vec<Link> = book
                .referring(&link)
                .iter()
                .map(|place| book.at(*place).expect("who refers is there").link())
                .collect();
            others.sort();
            referring.push((link, others));
        }
    }
    records.sort_by_key(|record| record.as_ref().link());
    (records, referring)
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn a_book_becomes_another_by_their_differences(mut one in book(), other in book()) {
        let there = one.differences(&other);
        let back = other.differences(&one);
        let before = content(&one);
        for change in &there {
            prop_assert!(change.before != change.after);
            one.apply(change);
        }
        prop_assert_eq!(content(&one), content(&other));
        prop_assert!(one.differences(&other).is_empty());
        for change in &back {
            one.apply(change);
        }
        prop_assert_eq!(content(&one), before);
    }
}

/// Something that happens to a record of the shipped book: `which` of all, and what becomes of it.
#[derive(Clone, Debug)]
enum Fate {
    Goes,
    Comes,
    IsCalled(String),
}

fn fates() -> impl Strategy<Value = Vec<(prop::sample::Index, Fate)>> {
    let name = select(vec!["Tammi", "Vantaa", "Öhonen", "uusi", "Karkkila", "etätuki"]).prop_map(str::to_owned);
    let fate = prop_oneof![1 => Just(Fate::Goes), 1 => Just(Fate::Comes), 3 => name.prop_map(Fate::IsCalled)];
    vec((any::<prop::sample::Index>(), fate), 1..6)
}

/// The record under another name; a person's number changes with it.
fn renamed(record: &Record, name: &str) -> Record {
    let mut record = record.clone();
    match &mut record {
        Record::Municipality(it) => it.name.fi = name.into(),
        Record::Organisation(it) => it.name.fi = name.into(),
        Record::Theme(it) => it.name.fi = name.into(),
        Record::Session(it) => it.title.fi = name.into(),
        Record::Practice(it) => it.title.fi = name.into(),
        Record::Season(it) => it.name = name.into(),
        Record::Person(it) => {
            it.family = name.into();
            it.phone = "040 765 4321".into();
            it.roles = it.roles.iter().skip(1).cloned().collect();
        }
        Record::Coaching(it) => it.wish = name.into(),
        Record::Note(it) => it.text = name.into(),
        Record::Action(it) => it.what = name.into(),
        Record::Feedback(it) => it.comment = name.into(),
        Record::Book(it) => it.source = name.into(),
    }
    record
}

/// What is found, and the titles of all lists in their order.
fn answers(book: &Book, finder: &Finder) -> Vec<(String, Vec<String>)> {
    let texts = Texts::new(Tongue::Fi);
    let told = |place: &kuntatutor::book::Place| {
        let record = book.at(*place).expect("only what is there is found");
        format!("{} {}", record.link(), title(book, record, &texts))
    };
    let mut answers = Vec::new();
    for typed in [
        "tammi",
        "ta",
        "vantaa",
        "vantaalla",
        "ohonen",
        "öhonen",
        "uusi",
        "karkkilassa",
        "0407654321",
        "etatuki",
        "role:tutor",
        "in:vantaa",
        "in:karkkila uusi",
        "theme:etä",
        "season:2020",
        "kind:coaching vantaa",
    ] {
        let found = finder.search(book, &mut Narrowing::default(), typed, &Kind::ALL, (&Usage::default(), TODAY));
        let mut found: Vec<String> = found.places.iter().map(told).collect();
        found.sort();
        answers.push((typed.to_owned(), found));
    }
    for kind in Kind::ALL {
        let mut names: Vec<String> = finder.in_order(kind).iter().map(told).collect();
        // Namesakes may stand in either order.
        for name in &mut names {
            *name = name.split_once(' ').unwrap_or_default().1.to_owned();
        }
        answers.push((format!("the list of {}", kind.plural()), names));
    }
    answers
}

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn a_search_that_follows_changes_finds_what_a_new_one_does(fates in fates()) {
        let mut book = load(&Source::Example).book;
        let mut finder = Finder::new(&book, Tongue::Fi);
        let all: Vec<Record> = Kind::ALL
            .iter()
            .flat_map(|kind| book.places(*kind))
            .filter_map(|place| book.at(place))
            .map(RecordRef::to_owned)
            .collect();
        for (which, fate) in &fates {
            let record = which.get(&all);
            let link = record.as_ref().link();
            let before = book.record(&link).map(RecordRef::to_owned);
            let after = match fate {
                Fate::Goes => None,
                Fate::Comes => Some(record.clone()),
                Fate::IsCalled(name) => Some(renamed(record, name)),
            };
            let change = Change { before, after };
            if let Some(place) = book.apply(&change) {
                finder.follow(&book, &change, place);
            }
        }
        let new = answers(&book, &Finder::new(&book, Tongue::Fi));
        for (followed, new) in answers(&book, &finder).into_iter().zip(new) {
            prop_assert_eq!(followed, new, "after {:?}", fates);
        }
    }
}

/// Something a person, a terminal or a cat on the keyboard may do.
/// Anything that can come in; without `{`, by which a text with an unfilled place would show.
fn input() -> impl Strategy<Value = Input> {
    let keys = vec![
        Key::Enter,
        Key::Esc,
        Key::Tab,
        Key::Backspace,
        Key::Delete,
        Key::Up,
        Key::Down,
        Key::Left,
        Key::Right,
        Key::Home,
        Key::End,
        Key::PgUp,
        Key::PgDn,
        Key::F(1),
        Key::F(2),
        Key::F(3),
        Key::F(12),
        Key::Char('y'),
        Key::Char(' '),
        Key::Char('v'),
        Key::Char('p'),
    ];
    let key = (select(keys), prop::bool::weighted(0.1), prop::bool::weighted(0.05), prop::bool::weighted(0.1))
        .prop_map(|(key, ctrl, alt, shift)| Input::Key(Chord { key, ctrl, alt, shift }));
    let letter =
        "[a-z0-9:?/;GöÄ]".prop_map(|letter| Input::Key(Chord::plain(Key::Char(letter.chars().next().unwrap()))));
    let held = "[a-z]".prop_map(|letter| Input::Key(Chord::ctrl(letter.chars().next().unwrap())));
    prop_oneof![
        8 => key,
        6 => letter,
        1 => held,
        1 => "[a-zö :]{1,6}|role:t|in:\"por|[^\\pC{]{1,9}".prop_map(Input::Text),
        1 => "[^\\pC{]{0,20}|a\nb\r\n\t|(ö){300}".prop_map(Input::Paste),
        1 => (0_u16..=300, 0_u16..=300).prop_map(|(width, height)| Input::Resize(Size { width, height })),
        2 => (36_u16..=130, 8_u16..=45).prop_map(|(width, height)| Input::Resize(Size { width, height })),
        1 => select(vec![0_u16, 1, 39, 40]).prop_map(|side| Input::Resize(Size { width: side, height: side })),
        1 => Just(()).prop_map(|()| Input::DiskChanged(Vec::new())),
        1 => Just(()).prop_map(|()| Input::Resumed),
        1 => (0_i64..700).prop_map(|days| Input::Now(TODAY.saturating_add(jiff::Span::new().days(days)).at(12, 0, 0, 0))),
    ]
}

proptest! {
    #![proptest_config(cases(96))]

    #[test]
    fn whatever_is_pressed_the_screen_stays_whole(
        tongue in select(Tongue::ALL.to_vec()),
        inputs in vec(input(), 1..60),
        unread in prop::bool::weighted(0.1),
    ) {
        let size = Size { width: 80, height: 24 };
        let mut stage = if unread { Stage::starting(tongue, size, Some("tam")) } else { Stage::open(tongue, size) };
        for input in inputs {
            let told = format!("{input:?}");
            stage.input(input);
            let screen = stage.draw();
            prop_assert_eq!(screen.fault(), None, "after {}", told);
            prop_assert!(!screen.has("{$") && !screen.has("{ $"), "a place is not filled: {}", screen.text());
        }
    }
}

/// What is typed into a form and done with it.
fn form_input() -> impl Strategy<Value = Input> {
    let keys =
        vec![Key::Enter, Key::Tab, Key::Backspace, Key::Delete, Key::Up, Key::Down, Key::Left, Key::PgDn, Key::F(4)];
    let chord = select(vec!["Ctrl-S", "Shift-Tab", "Esc", "Alt-Enter", "Alt-Down", "Ctrl-U", "Ctrl-Y", "Ctrl-W"]);
    let words = vec!["tam", "vantaa", "6.10.", "9–11.30", "040 123", "qqqq", "ä", "x", "12"];
    prop_oneof![
        6 => select(keys).prop_map(|key| Input::Key(Chord::plain(key))),
        2 => chord.prop_map(|chord| Input::Key(Chord::parse(chord).unwrap())),
        3 => select(words).prop_map(|words| Input::Text(words.to_owned())),
        1 => "[^\\pC{]{0,20}|a\nb\r\n\t|(ö){300}".prop_map(Input::Paste),
        1 => (0_u16..=200, 0_u16..=60).prop_map(|(width, height)| Input::Resize(Size { width, height })),
        2 => (40_u16..=130, 10_u16..=45).prop_map(|(width, height)| Input::Resize(Size { width, height })),
        2 => input(),
    ]
}

proptest! {
    #![proptest_config(cases(40))]

    #[test]
    fn whatever_is_typed_into_a_form_the_screen_stays_whole(
        tongue in select(Tongue::ALL.to_vec()),
        list in select(vec!["2", "3", "4", "4 v", "5", "6", "7", ": organisations Enter", ": notes Enter"]),
        open in select(vec!["n", "e", "c", "m", ".", "+ Enter", "d", "Space Down Space e Enter"]),
        tabs in 0_usize..14,
        saved in any::<bool>(),
        inputs in vec(form_input(), 1..40),
    ) {
        let mut stage = Stage::open(tongue, Size { width: 80, height: 24 });
        stage.disk = saved;
        stage.play(list);
        stage.play(open);
        (0..tabs).for_each(|_| stage.play("Tab"));
        for input in inputs {
            let told = format!("{input:?}");
            stage.input(input);
            let screen = stage.draw();
            prop_assert_eq!(screen.fault(), None, "after {}", told);
            prop_assert!(!screen.has("{$") && !screen.has("{ $"), "a place is not filled: {}", screen.text());
        }
    }
}

#[test]
fn a_book_that_changed_on_disk_is_taken_in_wherever_one_is() {
    for script in
        ["1", "2 Down Down", "3 f van", "4 v Enter", "o tam Enter Down", "?", ": feed", "s", "2 Space Down Space"]
    {
        let mut stage = Stage::open(Tongue::Fi, stage::size("80x24"));
        stage.play(script);
        let mut loaded = load(&Source::Example);
        for kind in Kind::ALL {
            for place in loaded.book.places(kind).into_iter().step_by(2) {
                let before = loaded.book.at(place).map(RecordRef::to_owned);
                loaded.book.apply(&Change { before, after: None });
            }
        }
        stage.load(loaded);
        assert_eq!(stage.draw().fault(), None, "{script}");
        stage.load(load(&Source::Example));
        assert_eq!(stage.draw().fault(), None, "{script}");
    }
}

/// Reads all records of a file of people, as the store does.
fn read_file(bytes: &[u8]) {
    let Ok((mut records, _)) = Records::open(bytes, "people").expect("a slice can be read") else { return };
    // Each step takes at least a byte, so that reading ends.
    for _ in 0..=bytes.len() {
        match records.advance().expect("a slice can be read") {
            Next::End | Next::Frame(..) => return,
            Next::Broken(..) => {}
            Next::Record(_) => {
                if read::<Person>(records.text()).is_err() {
                    records.give_back().expect("a slice can be read");
                }
            }
        }
    }
    panic!("reading does not end");
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn odd_bytes_are_read_or_refused(bytes in vec(any::<u8>(), 0..200), json in "[\\[\\]{}\":,a-z0-9 \\\\\n.e+-]{0,120}") {
        for bytes in [bytes.as_slice(), json.as_bytes()] {
            let _refused = read::<Person>(bytes);
            let _refused = read::<Session>(bytes);
            read_file(bytes);
        }
    }

    #[test]
    fn a_damaged_file_is_read_or_refused(
        damage in vec((any::<prop::sample::Index>(), prop_oneof![any::<u8>(), select(b"\"{}[],:\\\n0".to_vec())]), 1..6),
        end in any::<prop::sample::Index>(),
        cut in prop::bool::weighted(0.3),
    ) {
        let mut bytes = include_bytes!("../data/uusimaa/people.json").to_vec();
        for (at, byte) in damage {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if cut {
            bytes.truncate(end.index(bytes.len()));
        }
        read_file(&bytes);
    }

    #[test]
    fn odd_settings_are_told_and_never_end_the_program(text in "\\PC{0,60}|(data|language|x)( = |=)[\"'a-z\\[{0-9\n#=.]{0,30}") {
        let (_, warnings) = Settings::parse(&text);
        let texts = Texts::new(Tongue::Fi);
        for warning in warnings {
            prop_assert!(!warning.sentence(&texts).is_empty());
        }
    }

    #[test]
    fn odd_queries_find_or_do_not(typed in "\\PC{0,40}|([a-zöä]{0,5}:?\"?[a-z\\-–]{0,4} ?){0,6}") {
        thread_local! {
            static DESK: (Book, Finder) = {
                let book = load(&Source::Example).book;
                let finder = Finder::new(&book, Tongue::Fi);
                (book, finder)
            };
        }
        DESK.with(|(book, finder)| {
            let found = finder.search(book, &mut Narrowing::default(), &typed, &Kind::ALL, (&Usage::default(), TODAY));
            let mut places = found.places.clone();
            places.sort();
            places.dedup();
            assert_eq!(places.len(), found.places.len(), "{typed:?} finds a record twice");
            assert!(found.in_one_piece <= found.places.len());
            if let Some(whole) = finder.completed(&typed) {
                assert!(whole != typed, "{typed:?} is completed by itself");
            }
        });
    }
}
