import { graphql } from '../gql/gql.ts'

export const OutboxPage = graphql(`
  query OutboxPage {
    me {
      ...Shell
    }
    outbox {
      id
      to
      subject
      status
      queuedAt
      sentAt
      attempts
      fault
      text
    }
  }
`)
