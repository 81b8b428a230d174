import { Box, Stack, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { Mark } from '../../components/marks';
import { Panel } from '../../components/Page';
import { ErrorState, LoadingRows } from '../../components/states';
import { useLocalName, useOfficeShort } from '../../providers/auth/use-session';
import { useApi } from '../../providers/data/data-provider';
import { keys } from '../../providers/data/keys';
import { useGrantText } from './use-reason-text';

/** Posts, clearance and what the policy allows in them, in plain words. */
export function PersonRights({ personId }: { readonly personId: string }) {
  const translate = useTranslate();
  const localName = useLocalName();
  const officeShort = useOfficeShort();
  const grantText = useGrantText();
  const api = useApi();
  const profile = useQuery({ queryKey: [...keys.access, 'person', personId], queryFn: ({ signal }) => api.accessPerson({ params: { id: personId }, signal }) });
  if (profile.isPending) return <LoadingRows rows={3} />;
  if (profile.isError) return <ErrorState error={profile.error} onRetry={() => void profile.refetch()} />;
  const { person, isDisabled, clearance, posts, abilities } = profile.data;
  const several = posts.length > 1;
  const titles = new Map(posts.map((post) => [post.id, localName(post.title)]));
  return (
    <Panel title={translate('access.rightsOf', { name: localName(person.name) })}>
      {isDisabled ? <Mark tone="hot" strong>{translate('access.disabled')}</Mark> : null}
      {isDisabled || posts.length > 0 ? null : <Typography>{translate('access.noPosts')}</Typography>}
      <Stack spacing={1}>
        {posts.map((post) => (
          <Box key={`${post.id}/${post.capacity}`}>
            <Typography sx={{ fontWeight: 600 }}>{grantText(post)}</Typography>
            <Typography variant="body2" color="text.secondary">
              {[localName(post.unit.name), officeShort(post.office), post.roles.map((role) => translate(`role.${role}`)).join(', ')].filter((text) => text !== '').join(' · ')}
            </Typography>
            {post.mayAct ? null : <Mark tone="warm">{translate('access.actedFor')}</Mark>}
          </Box>
        ))}
        {isDisabled ? null : <Typography>{translate('access.clearance', { level: clearance === 'none' ? translate('access.noClearance') : translate(`secrecy.${clearance}`) })}</Typography>}
      </Stack>
      {abilities.length === 0 ? null : (
        <Box sx={{ mt: 2 }}>
          <Typography variant="h3" component="h3">{translate('access.abilities')}</Typography>
          <ul style={{ margin: 0, paddingInlineStart: 20 }}>
            {abilities.map(({ act, rule, postIds }) => (
              <li key={`${act}/${rule}`}>
                <Typography>
                  {translate(`rule.${rule}`)}
                  {several ? <Typography component="span" variant="body2" color="text.secondary"> ({postIds.map((id) => titles.get(id) ?? '').join(', ')})</Typography> : null}
                </Typography>
              </li>
            ))}
          </ul>
        </Box>
      )}
    </Panel>
  );
}
