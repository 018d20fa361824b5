/** What the id of a page of the settings begins with that a plugin asks for; its type follows. */
export const OWN_PAGE = 'with-';
