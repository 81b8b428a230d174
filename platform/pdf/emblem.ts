/**
 * Stands in the 3 cm of the garuda until the office has set its own picture: a ringed rosette of twelve petals, drawn
 * for this product. The garuda itself is a state emblem whose artwork an office holds; none is copied here.
 */
export const EMBLEM_SVG = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-50 -50 100 100" fill="none" stroke="#222">
<circle r="49.2" stroke-width="1.2"/><circle r="46.4" stroke-width="0.5"/><circle r="31" stroke-width="0.5"/>
${petals(12, 'M0 -12 C6.5 -19 6.5 -27 0 -44 C-6.5 -27 -6.5 -19 0 -12 Z', 0, 0.9)}
${petals(12, 'M0 -12 C3.2 -17 3.2 -22 0 -28 C-3.2 -22 -3.2 -17 0 -12 Z', 15, 0.7)}
<circle r="11" stroke-width="0.9"/><circle r="7" stroke-width="0.5"/><circle r="2.2" fill="#222" stroke="none"/>
</svg>`;

function petals(count: number, path: string, offset: number, width: number): string {
  return Array.from(
    { length: count },
    (_, i) => `<path d="${path}" stroke-width="${width}" transform="rotate(${offset + (360 / count) * i})"/>`,
  ).join('');
}
