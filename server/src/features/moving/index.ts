export { MovingModule } from './moving.module.js';
