const terminals = [
  { x: 60, y: 60 },
  { x: 60, y: 150 },
  { x: 60, y: 240 },
  { x: 60, y: 330 },
];
const suspicious = 2;

/**
 * Decoration of the first page: four terminals, the sensor that sees their traffic, and the analyst's
 * view in which one of them stands out. It says nothing that the text beside it doesn't.
 */
export function NetworkPicture() {
  return (
    <svg viewBox="0 0 560 390" aria-hidden="true" className="h-auto w-full max-lg:hidden">
      {terminals.map(({ x, y }, index) => {
        const marked = index === suspicious;
        const ink = marked ? "#ffd43d" : "#7096f8";
        return (
          <g key={y}>
            <path
              d={`M${x + 44} ${y} C 150 ${y}, 160 195, 214 195`}
              fill="none"
              stroke={ink}
              strokeWidth={marked ? 4 : 2}
              strokeDasharray={marked ? undefined : "2 6"}
              strokeLinecap="round"
            />
            <rect
              x={x - 40}
              y={y - 26}
              width="80"
              height="48"
              rx="6"
              fill="#141b4d"
              stroke={ink}
              strokeWidth="2.5"
            />
            <path
              d={`M${x - 14} ${y + 34}h28M${x} ${y + 22}v12`}
              stroke={ink}
              strokeWidth="2.5"
              strokeLinecap="round"
            />
            <path
              d={`M${x - 26} ${y - 10}h34M${x - 26} ${y + 2}h22`}
              stroke={ink}
              strokeWidth="3"
              strokeLinecap="round"
            />
          </g>
        );
      })}
      <circle
        cx="250"
        cy="195"
        r="58"
        fill="none"
        stroke="#4979f5"
        strokeOpacity="0.35"
        strokeWidth="2"
      />
      <circle cx="250" cy="195" r="36" fill="#0017c1" stroke="#ffffff" strokeWidth="2.5" />
      <path
        d="M230 196h8l5-14 9 27 6-18 4 5h10"
        fill="none"
        stroke="#ffffff"
        strokeWidth="3"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <path d="M290 195h52" stroke="#ffffff" strokeWidth="2.5" strokeLinecap="round" />
      <path
        d="M334 187l9 8-9 8"
        fill="none"
        stroke="#ffffff"
        strokeWidth="2.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <rect x="352" y="70" width="192" height="250" rx="14" fill="#ffffff" />
      <rect x="352" y="70" width="192" height="40" rx="14" fill="#d9e6ff" />
      <rect x="352" y="96" width="192" height="14" fill="#d9e6ff" />
      <circle cx="374" cy="90" r="5" fill="#0017c1" />
      <path d="M390 90h70" stroke="#0017c1" strokeWidth="6" strokeLinecap="round" />
      {[136, 172, 256, 292].map((y) => (
        <g key={y}>
          <circle cx="378" cy={y} r="7" fill="none" stroke="#7f7f7f" strokeWidth="2" />
          <path
            d={`M398 ${y}h${y % 3 === 0 ? 96 : 120}`}
            stroke="#cccccc"
            strokeWidth="7"
            strokeLinecap="round"
          />
        </g>
      ))}
      <rect
        x="362"
        y="192"
        width="172"
        height="44"
        rx="8"
        fill="#fff0b3"
        stroke="#806300"
        strokeWidth="2"
      />
      <path
        d="M382 203l10 18h-20z"
        fill="#ffc700"
        stroke="#604b00"
        strokeWidth="2"
        strokeLinejoin="round"
      />
      <path d="M404 207h108M404 222h64" stroke="#604b00" strokeWidth="6" strokeLinecap="round" />
    </svg>
  );
}
