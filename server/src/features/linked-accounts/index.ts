export { LinkedAccount } from './linked-account.entity.js';
export { LinkedAccountService } from './linked-account.service.js';
export { LinkedAccountsModule } from './linked-accounts.module.js';
