//! What a person on a slow line would notice of `Rejoin`.

use super::*;
use proptest::prelude::*;

fn key(code: KeyCode) -> Event {
    Event::Key(KeyEvent::from(code))
}

fn with(code: KeyCode, modifiers: KeyModifiers) -> Event {
    Event::Key(KeyEvent::new(code, modifiers))
}

/// The keys crossterm makes of bytes that come one by one.
fn keys(bytes: &str) -> Vec<Event> {
    let event = |c| match c {
        '\x1b' => key(KeyCode::Esc),
        '\r' => key(KeyCode::Enter),
        '\t' => key(KeyCode::Tab),
        '\x7f' => key(KeyCode::Backspace),
        '\n' => with(KeyCode::Char('j'), KeyModifiers::CONTROL),
        '\x1d' => with(KeyCode::Char('5'), KeyModifiers::CONTROL),
        '\0' => with(KeyCode::Char(' '), KeyModifiers::CONTROL),
        c if c.is_uppercase() => with(KeyCode::Char(c), KeyModifiers::SHIFT),
        c => key(KeyCode::Char(c)),
    };
    bytes.chars().map(event).collect()
}

fn paste(text: &str) -> Event {
    Event::Paste(text.to_owned())
}

fn ms(n: u64) -> Duration {
    Duration::from_millis(n)
}

/// Feeds events `gap` apart, then lets all waits run out.
fn run(events: impl IntoIterator<Item = Event>, gap: Duration) -> Vec<Event> {
    let mut rejoin = Rejoin::new(true);
    let mut out = Vec::new();
    let mut now = Duration::ZERO;
    for event in events {
        rejoin.push(event, now, &mut out);
        now += gap;
    }
    while let Some(deadline) = rejoin.deadline() {
        rejoin.expire(deadline, &mut out);
    }
    out
}

fn tails() -> Vec<(&'static str, Event)> {
    use KeyCode::{Delete, Down, End, F, Home, Insert, Left, PageDown, PageUp, Right, Up};
    let mut tails: Vec<_> = [
        ("[A", Up),
        ("[B", Down),
        ("[C", Right),
        ("[D", Left),
        ("[H", Home),
        ("[F", End),
        ("OA", Up),
        ("OB", Down),
        ("OC", Right),
        ("OD", Left),
        ("OH", Home),
        ("OF", End),
        ("OP", F(1)),
        ("OQ", F(2)),
        ("OR", F(3)),
        ("OS", F(4)),
        ("[[A", F(1)),
        ("[[E", F(5)),
        ("[1~", Home),
        ("[2~", Insert),
        ("[3~", Delete),
        ("[4~", End),
        ("[5~", PageUp),
        ("[6~", PageDown),
        ("[7~", Home),
        ("[8~", End),
        ("[11~", F(1)),
        ("[15~", F(5)),
        ("[17~", F(6)),
        ("[18~", F(7)),
        ("[19~", F(8)),
        ("[20~", F(9)),
        ("[21~", F(10)),
        ("[23~", F(11)),
        ("[24~", F(12)),
    ]
    .map(|(tail, code)| (tail, key(code)))
    .into();
    tails.extend([
        ("[Z", with(KeyCode::BackTab, KeyModifiers::SHIFT)),
        ("[1;2A", with(Up, KeyModifiers::SHIFT)),
        ("[1;3D", with(Left, KeyModifiers::ALT)),
        ("[1;5C", with(Right, KeyModifiers::CONTROL)),
        ("[1;6P", with(F(1), KeyModifiers::SHIFT | KeyModifiers::CONTROL)),
        ("[3;5~", with(Delete, KeyModifiers::CONTROL)),
        ("[24;16~", with(F(12), KeyModifiers::SHIFT | KeyModifiers::ALT | KeyModifiers::CONTROL | KeyModifiers::SUPER)),
    ]);
    tails
}

#[test]
fn known_tails_become_the_key_that_was_pressed() {
    for (tail, expect) in tails() {
        let events = keys(&format!("a\x1b{tail}b"));
        let expect = [keys("a"), vec![expect], keys("b")].concat();
        assert_eq!(run(events, ms(1)), expect, "{tail}");
    }
}

#[test]
fn what_is_no_sequence_stays_as_typed() {
    for typed in [
        "\x1b",
        "\x1b\x1b",
        "\x1bq",
        "\x1b[",
        "\x1b[q",
        "\x1bO\x1b",
        "\x1bOx",
        "\x1b[1",
        "\x1b[9~",
        "\x1b[P",
        "\x1b[1A",
        "\x1b[1;A",
        "\x1b[;5A",
        "\x1b[1;99A",
        "\x1b[1111111A",
        "\x1b[[x",
        "\x1b[\r",
        "\x1b[å~",
    ] {
        assert_eq!(run(keys(typed), ms(1)), keys(typed), "{typed:?}");
    }
}

#[test]
fn a_second_esc_gives_the_first_one_free() {
    let expect = [keys("\x1b"), vec![key(KeyCode::Up)]].concat();
    assert_eq!(run(keys("\x1b\x1b[A"), ms(1)), expect);
}

#[test]
fn an_esc_waits_a_tenth_of_a_second() {
    let mut rejoin = Rejoin::new(true);
    let mut out = Vec::new();
    rejoin.push(key(KeyCode::Esc), ms(500), &mut out);
    assert_eq!(rejoin.deadline(), Some(ms(600)));
    rejoin.expire(ms(599), &mut out);
    assert_eq!(out, []);
    rejoin.expire(ms(600), &mut out);
    assert_eq!(out, keys("\x1b"));
    assert_eq!(rejoin.deadline(), None);

    rejoin.push(key(KeyCode::Esc), ms(700), &mut out);
    rejoin.push(key(KeyCode::Char('[')), ms(800), &mut out);
    assert_eq!(out, keys("\x1b\x1b["), "too late to belong to it");
}

#[test]
fn on_the_same_machine_nothing_waits() {
    let mut rejoin = Rejoin::new(false);
    let mut out = Vec::new();
    for event in keys("\x1b[A") {
        rejoin.push(event, ms(0), &mut out);
        assert_eq!(rejoin.deadline(), None);
    }
    assert_eq!(out, keys("\x1b[A"));
}

#[test]
fn a_paste_in_pieces_is_one_paste() {
    for text in [
        "x",
        "Hyvää päivää!\rÅsa\r\n\tq\x7f\0\x1d",
        "ends in Esc \x1b",
        "\x1b[31mred\x1b[0m",
        "\x1b[20\x1b[20",
        "\x1b\x1b\x1b",
        "\x1b[200~again",
    ] {
        let events = keys(&format!("a\x1b[200~{text}\x1b[201~b"));
        let expect = [keys("a"), vec![paste(text)], keys("b")].concat();
        assert_eq!(run(events, ms(15)), expect, "{text:?}");
    }
}

#[test]
fn a_paste_without_an_end_is_given_after_a_pause() {
    for text in ["quit\r:q\r", "x\x1b", "x\x1b[20"] {
        let mut rejoin = Rejoin::new(true);
        let mut out = Vec::new();
        for event in keys(&format!("\x1b[200~{text}")) {
            rejoin.push(event, ms(0), &mut out);
        }
        assert_eq!((out.len(), rejoin.deadline()), (0, Some(ms(1000))));
        rejoin.push(key(KeyCode::Char('q')), ms(1000), &mut out);
        assert_eq!(out, [vec![paste(text)], keys("q")].concat());
    }
}

#[test]
fn a_late_end_mark_types_nothing() {
    assert_eq!(run(keys("\x1b[201~"), ms(1)), []);
}

#[test]
fn a_long_paste_comes_in_parts_and_no_part_is_typed() {
    let mut rejoin = Rejoin::new(true);
    let mut out = Vec::new();
    for event in keys("\x1b[200~") {
        rejoin.push(event, ms(0), &mut out);
    }
    for second in 0..25 {
        rejoin.push(key(KeyCode::Char('q')), ms(second * 900), &mut out);
    }
    for event in keys("\x1b[201~") {
        rejoin.push(event, ms(24 * 900), &mut out);
    }
    let parts = [12, 12, 1].map(|n| paste(&"q".repeat(n)));
    assert_eq!(out, parts);
    assert_eq!(rejoin.deadline(), None);
}

#[test]
fn a_big_paste_is_not_hoarded() {
    let events = keys("\x1b[200~").into_iter();
    let more = std::iter::repeat_n(key(KeyCode::Char('q')), PASTE_BYTES + 3);
    let out = run(events.chain(more), Duration::ZERO);
    let sizes: Vec<usize> = out
        .iter()
        .map(|event| match event {
            Event::Paste(text) => text.len(),
            other => panic!("{other:?} is no paste"),
        })
        .collect();
    assert_eq!(sizes, [PASTE_BYTES, 3]);
}

#[test]
fn other_events_pass() {
    let resize = Event::Resize(80, 24);
    let mut events = keys("\x1b");
    events.push(resize.clone());
    events.extend(keys("[A"));
    assert_eq!(run(events.clone(), ms(1)), events, "never between Esc and its rest");

    let mut events = keys("\x1b[200~ab");
    events.extend([resize.clone(), key(KeyCode::Up), paste("whole")]);
    let expect = [resize, paste("ab"), paste("whole")];
    assert_eq!(run(events, ms(1)), expect);
}

fn any_key() -> impl Strategy<Value = Event> {
    let typed = prop::sample::select(keys("\x1b[O0126;~ABHPZq\rå"));
    prop_oneof![9 => typed, 1 => Just(Event::FocusGained), 1 => Just(paste("p"))]
}

proptest! {
    #[test]
    fn slow_keys_all_arrive(events in prop::collection::vec(any_key(), 0..40)) {
        prop_assert_eq!(run(events.clone(), ESC_WAIT), events);
    }

    #[test]
    fn without_sequences_all_arrive(
        events in prop::collection::vec(any_key(), 0..40),
        gap in 0_u64..120,
    ) {
        let starts = keys("[O");
        let events: Vec<_> = events.into_iter().filter(|e| !starts.contains(e)).collect();
        prop_assert_eq!(run(events.clone(), ms(gap)), events);
    }

    #[test]
    fn sequences_among_keys_are_all_found(
        picks in prop::collection::vec((prop::sample::select(tails()), "[a-zåÅ]{0,3}"), 0..20),
    ) {
        let mut events = Vec::new();
        let mut expect = Vec::new();
        for ((tail, key), typed) in picks {
            events.extend(keys(&format!("\x1b{tail}{typed}")));
            expect.push(key);
            expect.extend(keys(&typed));
        }
        prop_assert_eq!(run(events, ms(1)), expect);
    }
}
