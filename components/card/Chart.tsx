/** The card's chart: bars over the years, or one bar an economy, the card's own in the accent colour. */

import { CHART_HEIGHT, CHART_WIDTH, type Chart as ChartModel } from '../../lib/card/chart.ts'

const FLOOR = CHART_HEIGHT - 14

export const Chart = ({ chart }: { chart: ChartModel }) => (
  <svg class="chart" role="img" aria-label={chart.description} viewBox={`0 0 ${CHART_WIDTH} ${CHART_HEIGHT}`}>
    <line class="floor" x1="0" x2={CHART_WIDTH} y1={FLOOR} y2={FLOOR} />
    {chart.bars.map(({ x, width, low, high, label, isChosen }) => (
      <g key={x} class={isChosen ? 'bar chosen' : 'bar'}>
        {high < low && <rect class="range" x={x} y={high} width={width} height={low - high} />}
        <rect x={x} y={low} width={width} height={Math.max(1, FLOOR - low)} />
        {label && (
          <text x={Math.min(Math.max(x + width / 2, 14), CHART_WIDTH - 14)} y={CHART_HEIGHT - 2} text-anchor="middle">
            {label}
          </text>
        )}
      </g>
    ))}
  </svg>
)
