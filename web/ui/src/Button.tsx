import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';

type Look = 'plain' | 'primary' | 'tint' | 'quiet' | 'danger';
interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: Look;
  busy?: boolean;
  ref?: Ref<HTMLButtonElement>;
}

/** A button with a text. One primary in a region. */
export function Button({ look = 'plain', busy, className, children, disabled, ...rest }: ButtonProps) {
  const classes = ['btn', look, className].filter(Boolean).join(' ');
  return (
    <button type="button" className={classes} aria-busy={busy || undefined} disabled={disabled || busy} {...rest}>
      {children}
    </button>
  );
}

interface IconButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  label: string;
  keys?: string | undefined;
  icon: ReactNode;
  ref?: Ref<HTMLButtonElement>;
}

/** A button with only an icon; its label is its name and its tooltip. */
export function IconButton({ label, keys, icon, className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      className={['btn', 'icon', className].filter(Boolean).join(' ')}
      aria-label={label}
      aria-keyshortcuts={keys}
      title={keys ? `${label} (${keys})` : label}
      {...rest}
    >
      {icon}
    </button>
  );
}
