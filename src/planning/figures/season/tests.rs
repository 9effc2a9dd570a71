use super::*;
use crate::planning::figures::{Reach, reach};
use crate::store::{Source, load};
use jiff::civil::date;

fn season(book: &Book) -> &Season {
    book.get::<Season>(&Id::parse("2020-21").unwrap()).unwrap()
}

fn whole(scope: &Scope<'_>, key: &str) -> Counted {
    let figure = TABLE.iter().find(|figure| figure.key == key).unwrap();
    let counted = (figure.count)(scope);
    assert_eq!(counted[0].0, Group::Whole);
    counted[0].1
}

#[test]
fn what_a_season_reached_is_defined_once() {
    let book = load(&Source::Example).book;
    let scope = Scope::new(&book, Period::of_season(season(&book)));
    let Reach { targets, reached, .. } = reach(&book, season(&book));
    assert_eq!((&scope.targets, &scope.reached), (&targets, &reached));
    assert!(scope.is_incomplete && scope.was_ever_incomplete);
}

#[test]
fn the_days_of_a_season_count_what_the_season_does() {
    let book = load(&Source::Example).book;
    let by_season = Scope::new(&book, Period::of_season(season(&book)));
    let by_days = Scope::new(&book, Period::between(date(2021, 1, 1), date(2021, 12, 31)));
    for figure in TABLE {
        assert_eq!((figure.count)(&by_season), (figure.count)(&by_days), "{}", figure.key);
    }
}

#[test]
fn days_hold_what_was_on_them() {
    let book = load(&Source::Example).book;
    let scope = |from, to| Scope::new(&book, Period::between(from, to));
    let autumn = scope(date(2021, 9, 1), date(2021, 10, 31));
    assert_eq!(whole(&autumn, "held").amount, Amount::Count(1));
    assert_eq!(whole(&autumn, "coachings").amount, Amount::Count(3), "of which no day is known");
    assert_eq!(whole(&autumn, "publications").amount, Amount::Count(0), "whose days nobody knows");
    let both = scope(date(2020, 5, 19), date(2021, 10, 6));
    assert_eq!(whole(&both, "webinars").amount, Amount::Count(5));
    assert_eq!(whole(&both, "participants").amount, Amount::Count(100));
    let never = scope(date(1990, 1, 1), date(1990, 12, 31));
    assert_eq!(whole(&never, "targets").amount, Amount::Count(26), "no season tells whom to reach");
}

#[test]
fn the_season_before_is_the_one_that_began_last() {
    let book = load(&Source::Example).book;
    let key = |key: &str| {
        let season = book.get::<Season>(&Id::parse(key).unwrap()).unwrap();
        Period::of_season(season).before(&book).and_then(|period| Some(period.season?.id.to_string()))
    };
    assert_eq!((key("2020-21"), key("2020"), key("2019")), (Some("2020".into()), Some("2019".into()), None));
    let half = Period::between(date(2021, 1, 1), date(2021, 6, 30)).before(&book).unwrap();
    assert_eq!((half.first, half.last), (date(2020, 7, 4), date(2020, 12, 31)), "181 days");
    assert!(Period::between(date(1990, 1, 1), date(1990, 6, 30)).before(&book).is_none());
    assert!(Period::between(Date::MIN, Date::MAX).before(&book).is_none());
}

#[test]
fn where_nobody_wrote_down_who_was_there_it_is_not_known() {
    let book = load(&Source::Example).book;
    let scope = Scope::new(&book, Period::of_season(season(&book)));
    let others = |code: &str| {
        let all = by_municipality(&scope);
        all.into_iter().find(|it| it.municipality.as_str() == code).map(|it| it.others).unwrap()
    };
    assert_eq!(others("018"), Counted::default(), "the webinar tells nobody's municipality");
    assert_eq!(others("224"), Counted::count(1, 1), "somebody of Karkkila spoke at it");
}
