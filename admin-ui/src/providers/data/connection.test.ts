import { createConnection } from './connection';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

test('the line is lost when a call gets no answer, and found with the next answer', () => {
  const connection = createConnection();
  connection.began()('unanswered');
  expect(connection.state()).toBe('lost');
  connection.began()('given up');
  expect(connection.state()).toBe('lost');
  connection.began()('answered');
  expect(connection.state()).toBe('good');
});

test('waiting long is told for as long as it lasts', () => {
  const connection = createConnection(100);
  const onChange = jest.fn();
  connection.subscribe(onChange);
  const ended = connection.began();
  jest.advanceTimersByTime(99);
  expect(connection.state()).toBe('good');
  jest.advanceTimersByTime(1);
  expect(connection.state()).toBe('slow');
  expect(onChange).toHaveBeenCalledTimes(1);
  ended('answered');
  expect(connection.state()).toBe('good');
});
