export { ToldFact } from './told-fact.entity.js';
export { keepToldFacts } from './told-facts.js';
export { ContactIdentity } from './contact-identity.entity.js';
export { contactLoader, identityLoader } from './contact.loader.js';
export { Contact } from './contact.entity.js';
export { ContactMerge } from './contact-merge.entity.js';
export {
  contactsOfDomain,
  deleteUnusedContacts,
  findContact,
  findContactBy,
  findContacts,
  identitiesOf,
  updateContact,
} from './contact.repository.js';
export { ContactService, requireWrite } from './contact.service.js';
export { ContactsModule } from './contacts.module.js';
export { introduceContact, type Introduced } from './known-by.js';
export { emitContact, findOrCreateContact, type ShownIdentity } from './find-or-create.js';
