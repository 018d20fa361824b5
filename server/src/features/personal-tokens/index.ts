export { PersonalTokensModule } from './personal-tokens.module.js';
