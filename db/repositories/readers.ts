/** Who is signed in, as the API shows it: the subject of the access rules with the names of person, posts and places. */
import type { Subject, SubjectPost } from '#domain/access/subject';
import type { Tx } from '../tx';
import { lookUpSubject, type PersonAt } from './people';

export type Name = { readonly th: string; readonly en: string };
export type PostPlace = {
  readonly code: string;
  readonly title: Name;
  readonly unit: { readonly id: string; readonly code: string; readonly name: Name };
  readonly office: { readonly id: string; readonly code: string; readonly name: Name; readonly short: string };
  /** When this capacity ends, where that is known. */
  readonly validTo: string | null;
};
export type ReaderPost = SubjectPost & PostPlace;
export type Reader = Omit<Subject, 'posts'> & {
  readonly login: string;
  readonly name: Name;
  readonly email: string;
  readonly locale: 'th' | 'en';
  readonly digits: 'thai' | 'arabic';
  readonly theme: 'system' | 'light' | 'dark';
  readonly textSize: 'normal' | 'large';
  readonly posts: readonly ReaderPost[];
};
/** What a person has chosen of how the screens look; what is left out stays as it is. */
export type PreferenceChanges = { readonly [K in 'locale' | keyof Settings]?: string | undefined };
/** Choices kept in `person.settings`. */
type Settings = { readonly digits?: string; readonly theme?: string; readonly textSize?: string };

type Row = {
  readonly login: string;
  readonly name: Name;
  readonly email: string;
  readonly locale: string;
  readonly settings: Settings;
  readonly posts: readonly (PostPlace & { readonly id: string; readonly capacity: string })[];
};

/** The person with the posts in force at `at`; null for a person who is not there or disabled. */
export const findReader = async (tx: Tx, args: PersonAt): Promise<Reader | null> => (await lookUpReader(tx, args))?.value ?? null;

/** As {@link findReader}, for whoever keeps what was found (see `people-cache`). */
export async function lookUpReader(tx: Tx, { personId, at }: PersonAt): Promise<{ readonly value: Reader; readonly isSteady: boolean } | null> {
  const found = await lookUpSubject(tx, { personId, at });
  if (found === null) return null;
  const { subject, isSteady } = found;
  const { rows } = await tx.query<Row>({
    name: 'reader_names',
    text: NAMES_SQL,
    values: [personId, subject.posts.map(({ postId }) => postId), subject.posts.map(({ capacity }) => capacity), at],
  });
  const row = rows[0];
  if (row === undefined) return null;
  const places = new Map(row.posts.map((place) => [`${place.id} ${place.capacity}`, place]));
  const value: Reader = {
    ...subject,
    login: row.login,
    name: row.name,
    email: row.email,
    locale: row.locale === 'en' ? 'en' : 'th',
    ...toLooks(row.settings),
    posts: subject.posts.flatMap((post) => {
      const place = places.get(`${post.postId} ${post.capacity}`);
      return place === undefined ? [] : [{ ...post, code: place.code, title: place.title, unit: place.unit, office: place.office, validTo: place.validTo }];
    }),
  };
  return { value, isSteady };
}

/** What was never chosen, or is no longer offered, is as at the first sign-in. */
function toLooks({ digits, theme, textSize }: Settings): Pick<Reader, 'digits' | 'theme' | 'textSize'> {
  return {
    digits: digits === 'thai' ? 'thai' : 'arabic',
    theme: theme === 'light' || theme === 'dark' ? theme : 'system',
    textSize: textSize === 'large' ? 'large' : 'normal',
  };
}

/** Changes how the screens look to a person. */
export async function updatePreferences(tx: Tx, { personId, changes: { locale, ...settings } }: { readonly personId: string; readonly changes: PreferenceChanges }): Promise<void> {
  // Choices that are left out are undefined, and JSON leaves those out.
  await tx.query('update person set locale = coalesce($2, locale), settings = settings || $3::jsonb where id = $1', [personId, locale ?? null, JSON.stringify(settings)]);
}

const NAMES_SQL = `
select person.login, json_build_object('th', person.name_th, 'en', person.name_en) as name, person.email, person.locale,
  person.settings,
  (select coalesce(json_agg(json_build_object('id', p.id, 'capacity', held.capacity, 'code', p.code,
      'title', json_build_object('th', p.title_th, 'en', p.title_en),
      'unit', json_build_object('id', u.id, 'code', u.code, 'name', json_build_object('th', u.name_th, 'en', u.name_en)),
      'office', json_build_object('id', o.id, 'code', o.code, 'name', json_build_object('th', o.name_th, 'en', o.name_en), 'short', o.short_th),
      'validTo', (select to_char(min(least(a.valid_to, a.ended_at)) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') from appointment a
        where a.person_id = $1 and a.post_id = p.id and a.capacity = held.capacity and a.valid_from <= $4
          and coalesce(least(a.valid_to, a.ended_at), 'infinity') > $4))), '[]')
     from unnest($2::uuid[], $3::text[]) as held(post_id, capacity)
     join post p on p.id = held.post_id join unit u on u.id = p.unit_id join office o on o.id = p.office_id) as posts
from person where person.id = $1`;
