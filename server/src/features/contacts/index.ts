export { ToldFact } from './told-fact.entity.js';
export { ContactIdentity } from './contact-identity.entity.js';
export { contactLoader, identityLoader } from './contact.loader.js';
export { Contact } from './contact.entity.js';
export { ContactChange } from './contact-change.entity.js';
export { type ChangeLine, changesOfContact, keepChanges, linesOf } from './contact-changes.js';
export { ContactMerge } from './contact-merge.entity.js';
export { type ContactSave, saveContact } from './contact-save.js';
export { ContactProperty } from './contact-property.entity.js';
export { factsWith } from './contact-facts.js';
export { listProperties } from './contact-property.repository.js';
export { keepToldFacts, toldFactsOf } from './told-facts.js';
export { cleanName, NAME_LENGTH } from './contact-name.js';
export {
  claimIdentity,
  type ContactsAsked,
  countContacts,
  contactsOfDomain,
  deleteUnusedContacts,
  findContact,
  findContactBy,
  findContactsBy,
  findContacts,
  identitiesOf,
  listContacts,
  updateContact,
} from './contact.repository.js';
export { binContact, ContactService, requireWrite } from './contact.service.js';
export { ContactsModule } from './contacts.module.js';
export { introduceContact, type Introduced } from './known-by.js';
export { emitContact, findOrCreateContact, type ShownIdentity } from './find-or-create.js';
