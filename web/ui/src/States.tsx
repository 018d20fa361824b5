import { Component, useEffect, useState, type ReactNode } from 'react';

/** What a region shows when there is nothing in it. */
export function Empty({ icon, title, children }: { icon?: ReactNode; title: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <div className="empty-in">
        {icon}
        <p>{title}</p>
        {children}
      </div>
    </div>
  );
}

/** Grey bars in place of content; only after 150 ms, so that a quick answer does not flicker. */
export function Skeleton({ label, lines = 3 }: { label: string; lines?: number }) {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), 150);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="skeleton" role="status" aria-busy="true">
      <span className="vh">{label}</span>
      {shown && Array.from({ length: lines }, (_, index) => <div key={index} className="sk" data-n={index % 3} />)}
    </div>
  );
}

interface BoundaryProps {
  children: ReactNode;
  /** Changes with what is shown, which clears an error. */
  resetKey?: string;
  fallback: (error: Error, retry: () => void) => ReactNode;
  onError?: (error: Error) => void;
}

/** Keeps a fault inside its region. */
export class Boundary extends Component<BoundaryProps, { error: Error | null }> {
  override state = { error: null as Error | null };
  static getDerivedStateFromError(error: unknown) {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }
  override componentDidCatch(error: Error) {
    this.props.onError?.(error);
  }
  override componentDidUpdate(before: BoundaryProps) {
    if (before.resetKey !== this.props.resetKey && this.state.error) this.setState({ error: null });
  }
  override render() {
    if (this.state.error) return this.props.fallback(this.state.error, () => this.setState({ error: null }));
    return this.props.children;
  }
}
