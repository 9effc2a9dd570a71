//! Agenda: the season's sessions by date, week by week; those without a date come last.

use jiff::civil::{Date, ISOWeekDate};

use crate::cards::columns;
use crate::domain::{Kind, Link, RecordRef, Season, Session};
use crate::layer::Cx;
use crate::planning::clashes::{Clash, of_session};
use crate::screens::rows::Item;
use crate::screens::sieve::Sieve;
use crate::text::Safe;
use crate::widgets::table::{Cell, Col, Weight, fitted};

/// The sessions under their weeks.
pub(super) fn items(cx: &Cx<'_>, season: Option<&Season>, sieve: &Sieve) -> Vec<Item> {
    let of_season =
        |session: &&Session| season.is_none_or(|season| session.season.as_ref().is_none_or(|id| *id == season.id));
    let link = |session: &Session| Link::new(Kind::Session, session.id.clone());
    let mut sessions: Vec<(&Session, Link)> = cx
        .showing
        .book
        .all::<Session>()
        .filter(of_season)
        .map(|session| (session, link(session)))
        .filter(|(_, link)| sieve.lets(cx, std::iter::once(link)))
        .collect();
    sessions.sort_by(|(one, a), (other, b)| {
        let key = |session: &Session| (session.date.is_none(), session.date, session.time);
        key(one).cmp(&key(other)).then_with(|| a.cmp(b))
    });
    let week = |session: &Session| session.date.map(Date::iso_week_date).map(|day| (day.year(), day.week()));
    let mut items = Vec::with_capacity(sessions.len());
    for group in sessions.chunk_by(|(one, _), (other, _)| week(one) == week(other)) {
        if let Some((first, _)) = group.first() {
            items.push(Item::Heading(heading(cx, first.date)));
        }
        items.extend(group.iter().map(|(_, link)| Item::Record(link.clone())));
    }
    items
}

/// The week's number and its days; of another year than this one with the year.
fn heading(cx: &Cx<'_>, day: Option<Date>) -> Safe {
    let texts = cx.showing.texts;
    let Some(day) = day else { return texts.say("plan-no-date") };
    let week: ISOWeekDate = day.iso_week_date();
    let (monday, sunday) = (day_of(week, day, 1), day_of(week, day, 7));
    let number = usize::from(week.week().unsigned_abs());
    let places =
        [("week", number.into()), ("from", texts.short_date(monday).into()), ("until", texts.date(sunday).into())];
    texts.tell("plan-week", &places)
}

/// The day of a week with this number, Monday being 1; the day itself where the calendar ends.
fn day_of(week: ISOWeekDate, day: Date, number: i8) -> Date {
    let weekday = jiff::civil::Weekday::from_monday_one_offset(number).unwrap_or(week.weekday());
    ISOWeekDate::new(week.year(), week.week(), weekday).map_or(day, ISOWeekDate::date)
}

/// The first of these on this day or later.
pub(super) fn from_day<'l>(cx: &Cx<'_>, mut links: impl Iterator<Item = &'l Link>, day: Date) -> Option<Link> {
    let on = |link: &Link| match cx.showing.book.record(link) {
        Some(RecordRef::Session(session)) => session.date,
        _ => None,
    };
    links.find(|link| on(link).is_none_or(|on| on >= day)).cloned()
}

/// Day and time; what it is; where it stands, and what it lacks.
pub(super) fn cells(cx: &Cx<'_>, link: &Link) -> Vec<Cell> {
    let Some(RecordRef::Session(session)) = cx.showing.book.record(link) else {
        return vec![Cell::new(cx.showing.link(link))];
    };
    let title = Cell::new(cx.showing.title(RecordRef::Session(session)));
    vec![Cell::dim(when(cx, session)), title, state(cx, session)]
}

/// How wide the columns are.
pub(super) fn widths(width: u16) -> Vec<u16> {
    fitted(&[Col::fixed(17, 0), Col::grows(12, 0), Col::grows(16, 1)], width)
}

/// What clashes, else where it stands and what it lacks.
fn state(cx: &Cx<'_>, session: &Session) -> Cell {
    if let Some(words) = warning(cx, session) {
        return Cell { text: words, weight: Weight::Warning, matched: Vec::new() };
    }
    let cells = columns::cells(cx.showing, RecordRef::Session(session));
    cells.into_iter().next_back().unwrap_or_default()
}

/// The worst clash of a session, where something is wrong with it.
pub(super) fn warning(cx: &Cx<'_>, session: &Session) -> Option<Safe> {
    let clash = of_session(cx.showing.book, session).into_iter().find(Clash::is_warning)?;
    Some(Safe::line(&format!("{} {}", cx.looks.clash(), clash.remark(cx.showing))))
}

/// The day with its weekday and the time, as far as they are known.
pub(super) fn when(cx: &Cx<'_>, session: &Session) -> Safe {
    let texts = cx.showing.texts;
    let Some(day) = session.date else { return Safe::own("–") };
    let day = texts.day(day, cx.showing.today);
    match session.time {
        Some(time) => Safe::join([day, texts.time(time)], &Safe::own("  ")),
        None => day,
    }
}
