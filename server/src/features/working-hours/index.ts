export { checkTimeZone, type DayOff, type Hours, isOpen, onTheWall, type Slot } from './hours.js';
export { WorkingHours } from './working-hours.entity.js';
export { WorkingHoursModule } from './working-hours.module.js';
export { findHours, hoursOf } from './working-hours.repository.js';
export { type HoursInput, replaceHours, type WorkingHoursSave, WorkingHoursService } from './working-hours.service.js';
export { addWorking, nextOpening, workingBetween } from './working-time.js';
