import pg from 'pg'
import { letterTemplates } from '../../src/casework/penalties/notice/letter-templates.ts'

/** In tests the first version of every letter was approved long ago, so that each can send what it is about; a test of approval takes them away. */
export async function approveFirstLetters(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    for (const { purpose, version } of letterTemplates.filter((each) => each.version === 1)) {
      const answer = { reasons: 'Read', by: { officerId: 'test-approver', name: 'Test Approver' }, on: '2000-01-01' }
      await client.query(
        "insert into notice.template_approval (id, purpose, version, standing, from_on, reasons, put_forward_by, answer) values ($1, $2, $3, 'approved', '2000-01-01', 'The first version', $4, $5)",
        [`${purpose}-${version}`, purpose, version, { officerId: 'test-writer', name: 'Test Writer' }, answer],
      )
    }
  } finally {
    await client.end()
  }
}
