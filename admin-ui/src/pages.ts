import type { ComponentType } from 'react';
import { later, onDemand, type OnDemand } from './components/on-demand';
import { LoadingPage } from './layout/ErrorBoundary';
import { loadLayout, loadLogin, PAGE_SCRIPTS } from './page-scripts';
import type { PageName } from './paths';

export const Layout = onDemand(async () => (await loadLayout()).default, LoadingPage);
export const LoginPage = onDemand(async () => (await loadLogin()).default, LoadingPage);

/** Nothing is told before something has been drawn; what is told meanwhile waits. */
export const Told = later(onDemand(async () => (await import('./layout/Told')).Told));

const page = (name: PageName): OnDemand<object> => onDemand<object>(async () => (await PAGE_SCRIPTS[name]()).default as ComponentType<object>, LoadingPage);
// One key of the table each.
export const PAGES = Object.fromEntries(Object.keys(PAGE_SCRIPTS).map((name) => [name, page(name as PageName)])) as { readonly [K in PageName]: OnDemand<object> };
