export { ContactIdentity } from './contact-identity.entity.js';
export { contactLoader, identityLoader } from './contact.loader.js';
export { Contact } from './contact.entity.js';
export { deleteUnusedContacts, findByIdentity, findContact, findContacts, identitiesOf } from './contact.repository.js';
export { ContactService } from './contact.service.js';
export { ContactsModule } from './contacts.module.js';
export { emitContact, findOrCreateContact, type ShownIdentity } from './find-or-create.js';
