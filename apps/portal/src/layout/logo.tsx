/** Two linked rings. */
export function Logo({ size = 32 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="6" fill="currentColor" />
      <g fill="none" stroke="#fff" strokeWidth="3">
        <circle cx="12" cy="16" r="6.5" />
        <path d="M14.6 11.4a6.5 6.5 0 1 1 0 9.2" />
      </g>
    </svg>
  );
}
