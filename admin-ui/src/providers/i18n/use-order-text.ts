import { useTranslate } from 'react-admin';

/** What an order is called: its number after คำสั่งที่, or as it was typed where that says already that it is an order. */
export function useOrderText(): (orderNo: string) => string {
  const translate = useTranslate();
  return (orderNo) => (/^(คำสั่ง|order\b)/i.test(orderNo.trim()) ? orderNo.trim() : translate('people.byOrder', { no: orderNo }));
}
