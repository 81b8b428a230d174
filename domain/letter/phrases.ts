/** Phrases that stand ready until a person has arranged their own (reference §5.8). */
export const FIRST_PHRASES: readonly string[] = ['ทราบ', 'เพื่อโปรดทราบ', 'เพื่อโปรดพิจารณา', 'ดำเนินการตามเสนอ'];
