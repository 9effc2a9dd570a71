//! Where the cursor of a sheet is, when the lines are others than they were.

use crate::cards::session::Spot;
use crate::domain::Id;

/// The line of a spot: of a row by its id, or where it has none yet by its number.
pub(super) fn found(spots: &[Option<Spot>], spot: &Spot) -> Option<usize> {
    let same = |other: &Option<Spot>| match (other, spot) {
        (Some(Spot::Row(other)), Spot::Row(row)) => {
            let inner = match (&other.speaker, &row.speaker) {
                (Some((_, id)), Some((_, wanted))) if !wanted.is_empty() => id == wanted,
                (Some((number, _)), Some((wanted, _))) => number == wanted,
                (None, None) => {
                    return other.key == row.key && is_same((other.number, &other.id), (row.number, &row.id));
                }
                _ => return false,
            };
            inner && other.key == row.key && is_same((other.number, &other.id), (row.number, &row.id))
        }
        (Some(other), spot) => other == spot,
        (None, _) => false,
    };
    spots.iter().position(same)
}

fn is_same((number, id): (usize, &Id), (wanted, by): (usize, &Id)) -> bool {
    if by.is_empty() { number == wanted } else { id == by }
}

/// The nearest line one can be on.
pub(super) fn nearest(spots: &[Option<Spot>], line: usize) -> usize {
    let stops = (0..spots.len()).filter(|number| spots.get(*number).is_some_and(Option::is_some));
    stops.min_by_key(|number| number.abs_diff(line)).unwrap_or(0)
}
