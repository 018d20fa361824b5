export { secondStep } from './at-sign-in.js';
export { SecondFactorModule } from './second-factor.module.js';
export { resetSecondFactor, SecondFactorService, type SignInStep } from './second-factor.service.js';
export { codeAt, stepOf } from './totp.js';
