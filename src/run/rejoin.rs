//! Puts together again what a slow line took apart.
//!
//! When Esc arrives in another packet than the rest of its sequence, crossterm
//! delivers the Esc key and then the rest as typed letters. Owns the wait
//! after an Esc and the text of a paste whose start mark came apart. Has no
//! clock: times are durations since any one moment, and never run backwards.
//! Never reads input, and without SSH never holds anything.

mod tail;

use std::mem;
use std::time::Duration;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use tail::Tail;

/// How long an Esc waits for its rest. People take longer between two keys.
pub(super) const ESC_WAIT: Duration = Duration::from_millis(100);

/// How long a paste may pause. The pause is often the only sign of its end:
/// crossterm 0.29 drops an end mark that is whole when the start mark was not.
/// Longer than the usual resending of a lost packet, because what comes after
/// the end counts as typed.
pub(super) const PASTE_PAUSE: Duration = Duration::from_secs(1);

/// How long a paste that does not pause is collected before a part is given.
pub(super) const PASTE_WAIT: Duration = Duration::from_secs(10);

/// How many bytes of a paste are collected before a part is given.
pub(super) const PASTE_BYTES: usize = 8 << 20;

/// Events in, events out, with what belongs together in one.
#[derive(Debug)]
pub(super) struct Rejoin {
    on: bool,
    state: State,
}

#[derive(Debug, Default)]
enum State {
    #[default]
    Free,
    Held(Held),
    Paste(Paste),
}

/// An Esc and what came after it, not known yet to belong together.
#[derive(Debug)]
struct Held {
    until: Duration,
    events: Vec<Event>,
    tail: String,
}

/// A paste that has begun.
#[derive(Debug)]
struct Paste {
    text: String,
    /// When its text, or the part not given yet, began.
    since: Duration,
    last: Duration,
    /// What came after an Esc that may begin the end mark.
    end: Option<String>,
}

impl Rejoin {
    /// Passes everything on at once unless `on`.
    #[must_use]
    pub(super) fn new(on: bool) -> Self {
        Self { on, state: State::Free }
    }

    /// Takes an event that was read at `now` and appends to `out` what is
    /// certain by now, in order.
    ///
    /// A paste arrives as [`Event::Paste`] with the text the unbroken sequence
    /// would have given; keys without a character are left out of it. Events
    /// that are no keys pass by a paste at once. A paste of more than
    /// [`PASTE_BYTES`] or [`PASTE_WAIT`] arrives in parts and still goes on,
    /// so that its rest is never taken for typed keys.
    pub(super) fn push(&mut self, event: Event, now: Duration, out: &mut Vec<Event>) {
        if !self.on {
            out.push(event);
            return;
        }
        self.expire(now, out);
        self.state = match mem::take(&mut self.state) {
            State::Free => free(event, now, out),
            State::Held(held) => held.push(event, now, out),
            State::Paste(paste) => paste.push(event, now, out),
        };
    }

    /// When [`Rejoin::expire`] is due; none while nothing is held.
    #[must_use]
    pub(super) fn deadline(&self) -> Option<Duration> {
        match &self.state {
            State::Free => None,
            State::Held(held) => Some(held.until),
            State::Paste(paste) => Some((paste.last + PASTE_PAUSE).min(paste.since + PASTE_WAIT)),
        }
    }

    /// Appends to `out` what has waited long enough at `now`.
    pub(super) fn expire(&mut self, now: Duration, out: &mut Vec<Event>) {
        if self.deadline().is_none_or(|deadline| now < deadline) {
            return;
        }
        self.state = match mem::take(&mut self.state) {
            State::Free => State::Free,
            State::Held(held) => {
                out.extend(held.events);
                State::Free
            }
            State::Paste(mut paste) if now < paste.last + PASTE_PAUSE => {
                paste.give(now, out);
                State::Paste(paste)
            }
            State::Paste(mut paste) => {
                paste.no_end();
                paste.give(now, out);
                State::Free
            }
        };
    }
}

fn free(event: Event, now: Duration, out: &mut Vec<Event>) -> State {
    if !is_esc(&event) {
        out.push(event);
        return State::Free;
    }
    State::Held(Held { until: now + ESC_WAIT, events: vec![event], tail: String::new() })
}

impl Held {
    fn push(mut self, event: Event, now: Duration, out: &mut Vec<Event>) -> State {
        let Some(c) = plain_char(&event) else {
            out.extend(self.events);
            return free(event, now, out);
        };
        self.tail.push(c);
        self.events.push(event);
        match tail::read(&self.tail) {
            Tail::Partial => return State::Held(self),
            Tail::PasteStart => {
                return State::Paste(Paste { text: String::new(), since: now, last: now, end: None });
            }
            Tail::Key(key) => out.push(Event::Key(key)),
            // It belongs to a paste that was given up before.
            Tail::PasteEnd => {}
            Tail::Unknown => out.extend(self.events),
        }
        State::Free
    }
}

impl Paste {
    fn push(mut self, event: Event, now: Duration, out: &mut Vec<Event>) -> State {
        let Event::Key(key) = &event else {
            return self.other(event, now, out);
        };
        self.last = now;
        if self.is_ended_by(&event) {
            self.give(now, out);
            return State::Free;
        }
        if self.end.is_none() {
            if is_esc(&event) {
                self.end = Some(String::new());
            } else {
                typed(key, &mut self.text);
            }
        }
        if self.text.len() >= PASTE_BYTES {
            self.give(now, out);
        }
        State::Paste(self)
    }

    /// A whole paste shows that this one is over; all else passes by.
    fn other(mut self, event: Event, now: Duration, out: &mut Vec<Event>) -> State {
        let over = matches!(event, Event::Paste(_));
        if over {
            self.no_end();
            self.give(now, out);
        }
        out.push(event);
        if over { State::Free } else { State::Paste(self) }
    }

    /// Whether `event` completes the end mark. Where it does not go on with
    /// one that had begun, that one turns out to be text.
    fn is_ended_by(&mut self, event: &Event) -> bool {
        let Some(end) = &mut self.end else {
            return false;
        };
        if let Some(c) = plain_char(event) {
            end.push(c);
            if end == tail::PASTE_END {
                self.end = None;
                return true;
            }
            if tail::PASTE_END.starts_with(end.as_str()) {
                return false;
            }
            end.pop();
        }
        self.no_end();
        false
    }

    fn no_end(&mut self) {
        if let Some(end) = self.end.take() {
            self.text.push('\x1b');
            self.text.push_str(&end);
        }
    }

    fn give(&mut self, now: Duration, out: &mut Vec<Event>) {
        self.since = now;
        if !self.text.is_empty() {
            out.push(Event::Paste(mem::take(&mut self.text)));
        }
    }
}

fn is_esc(event: &Event) -> bool {
    *event == Event::Key(KeyEvent::from(KeyCode::Esc))
}

/// The character of a key that may be part of a tail.
fn plain_char(event: &Event) -> Option<char> {
    match event {
        Event::Key(KeyEvent { code: KeyCode::Char(c), modifiers, kind: KeyEventKind::Press, .. })
            if KeyModifiers::SHIFT.contains(*modifiers) =>
        {
            Some(*c)
        }
        _ => None,
    }
}

/// Appends the bytes that crossterm made this key of, as far as they are text.
fn typed(key: &KeyEvent, text: &mut String) {
    if key.kind == KeyEventKind::Release {
        return;
    }
    let c = match key.code {
        KeyCode::Char(c) if key.modifiers.contains(KeyModifiers::CONTROL) => control(c),
        KeyCode::Char(c) => c,
        KeyCode::Enter => '\r',
        KeyCode::Tab => '\t',
        KeyCode::Backspace => '\x7f',
        _ => return,
    };
    if key.modifiers.contains(KeyModifiers::ALT) {
        text.push('\x1b');
    }
    text.push(c);
}

/// The control character that crossterm names by `c` and Ctrl.
fn control(c: char) -> char {
    match u8::try_from(c) {
        Ok(b' ') => '\0',
        Ok(code @ b'a'..=b'z') => char::from(code - b'a' + 1),
        Ok(code @ b'4'..=b'7') => char::from(code - b'4' + 0x1c),
        _ => c,
    }
}

#[cfg(test)]
mod tests;
