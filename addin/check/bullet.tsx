interface BulletProps {
  readonly value: number;
  readonly limit: number;
  readonly rate: boolean;
  readonly outcome: string;
}

/** A bar for the value and a tick for the target. The same numbers stand beside it as text, so it is hidden from screen readers. */
export function Bullet({ value, limit, rate, outcome }: BulletProps) {
  const top = rate ? 1 : Math.max(Math.abs(value), Math.abs(limit)) * 1.25 || 1;
  const at = (x: number) => Math.max(0, Math.min(100, (x / top) * 100));
  return (
    <svg class={`q-bullet q-${outcome}`} viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect class="q-bullet-track" x="0" y="2" width="100" height="4" />
      <rect class="q-bullet-value" x="0" y="2" width={at(value)} height="4" />
      <line class="q-bullet-limit" x1={at(limit)} x2={at(limit)} y1="0" y2="8" vector-effect="non-scaling-stroke" />
    </svg>
  );
}
