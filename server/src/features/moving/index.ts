export { MovingModule } from './moving.module.js';
export { MovingService } from './moving.service.js';
