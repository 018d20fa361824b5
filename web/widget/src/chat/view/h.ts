/** What JSX becomes: the build puts it into every file. */
export { Fragment, h } from 'preact';
