export { Avatar } from './Avatar.js';
export { Button, IconButton } from './Button.js';
export { initials } from './initials.js';
export { Boundary, Empty, Skeleton } from './States.js';
export { theme, tokenResolver } from './theme.js';
