import '@testing-library/jest-dom';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type ComponentType, useState } from 'react';
import { later, onDemand } from './on-demand';

function Field({ label }: { readonly label: string }) {
  const [text, setText] = useState('');
  return <input aria-label={label} value={text} onChange={(event) => setText(event.target.value)} />;
}

test('what was typed stays when the page is drawn anew after the part has come', async () => {
  let come: (part: ComponentType<{ readonly label: string }>) => void = () => undefined;
  const Part = onDemand<{ readonly label: string }>(() => new Promise((resolve) => (come = resolve)), () => <p>กำลังมา</p>);
  const page = render(<Part label="เรื่อง" />);
  expect(screen.getByText('กำลังมา')).toBeInTheDocument();
  come(Field);
  await userEvent.type(await screen.findByLabelText('เรื่อง'), 'ข้อความ');
  page.rerender(<Part label="เรื่องที่" />);
  expect(screen.getByLabelText('เรื่องที่')).toHaveValue('ข้อความ');
});

test('a part that has come is drawn at once', async () => {
  const Part = onDemand(async () => Field, () => <p>กำลังมา</p>);
  await Part.preload();
  render(<Part label="เรื่อง" />);
  expect(screen.queryByText('กำลังมา')).not.toBeInTheDocument();
  expect(screen.getByLabelText('เรื่อง')).toBeInTheDocument();
});

test('a part that nobody waits for comes after the page around it, and takes its place', async () => {
  const load = jest.fn(async () => Field);
  const Late = later(onDemand(load));
  render(<><p>หน้า</p><Late label="ค้นหา" /></>);
  expect(screen.getByText('หน้า')).toBeInTheDocument();
  expect(screen.queryByLabelText('ค้นหา')).not.toBeInTheDocument();
  expect(load).not.toHaveBeenCalled();
  expect(await screen.findByLabelText('ค้นหา')).toBeInTheDocument();
});
