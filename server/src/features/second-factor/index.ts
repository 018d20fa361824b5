export { SecondFactorModule } from './second-factor.module.js';
export { resetSecondFactor, SecondFactorService, type SignInStep } from './second-factor.service.js';
export { codeAt, stepOf } from './totp.js';
