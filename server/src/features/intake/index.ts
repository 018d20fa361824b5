export { Intake, type IntakeOptions, type RawItem } from './intake.js';
