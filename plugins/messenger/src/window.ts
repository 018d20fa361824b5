/** How long after a person last wrote he may be answered (D39; Meta, "Messenger Platform: Policy, standard messaging window"). */
export const WINDOW = { hours: 24 };
