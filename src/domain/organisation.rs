//! Organisations that are not municipalities.

use ecow::EcoString;

use super::beside::Kept;
use super::choice::choice;
use super::field::{FieldKind, IN_BOTH, table};
use super::id::Id;
use super::value::Words;

choice! {
    /// Kinds of organisation the programme works with.
    OrganisationKind, "organisation-kind" {
        /// A regional council.
        RegionalCouncil = "regional-council",
        /// A state agency.
        Agency = "agency",
        /// An association.
        Association = "association",
        /// A school or college.
        School = "school",
        /// A company.
        Company = "company",
    }
}

/// An organisation.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Organisation {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub name: Words,
    /// What it is.
    pub kind: Option<OrganisationKind>,
    /// Its site.
    pub website: EcoString,
    /// Its address.
    pub email: EcoString,
    /// Its number.
    pub phone: EcoString,
    /// Anything else.
    pub note: EcoString,
    /// Unknown keys.
    pub kept: Kept,
}

table!(Organisation, "organisation", {
    name(needed): IN_BOTH,
    kind: FieldKind::choice::<OrganisationKind>(),
    website: FieldKind::Web,
    email: FieldKind::Email,
    phone: FieldKind::Phone,
    note: FieldKind::Long,
});
