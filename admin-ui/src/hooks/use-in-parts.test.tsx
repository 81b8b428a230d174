import { render, screen } from '@testing-library/react';
import { Profiler } from 'react';
import { useInParts } from './use-in-parts';

const numbers = (n: number): readonly number[] => Array.from({ length: n }, (_, at) => at);

function List({ rows, seen }: { readonly rows: readonly number[]; readonly seen: (count: number) => void }) {
  const drawn = useInParts(rows);
  return (
    <Profiler id="list" onRender={() => seen(drawn.length)}>
      <ul>{drawn.map((row) => <li key={row}>{row}</li>)}</ul>
    </Profiler>
  );
}

describe('a list drawn in parts', () => {
  it('is first what fills the screen, then whole', () => {
    const seen: number[] = [];
    const onSeen = (count: number): void => void seen.push(count);
    const { rerender } = render(<List rows={[]} seen={onSeen} />);
    rerender(<List rows={numbers(50)} seen={onSeen} />);
    expect([...new Set(seen)]).toEqual([0, 12, 50]);
    expect(screen.getAllByRole('listitem')).toHaveLength(50);
  });

  it('is not cut again when rows come or go', () => {
    const seen: number[] = [];
    const onSeen = (count: number): void => void seen.push(count);
    const { rerender } = render(<List rows={numbers(50)} seen={onSeen} />);
    seen.length = 0;
    rerender(<List rows={numbers(100)} seen={onSeen} />);
    rerender(<List rows={numbers(99)} seen={onSeen} />);
    expect(Math.min(...seen)).toBe(50);
    expect(screen.getAllByRole('listitem')).toHaveLength(99);
  });

  it('is empty as soon as nothing is left', () => {
    const { rerender } = render(<List rows={numbers(3)} seen={() => undefined} />);
    rerender(<List rows={[]} seen={() => undefined} />);
    expect(screen.queryByRole('listitem')).toBeNull();
  });
});
