import { graphql } from '../gql/gql.ts'

graphql(`
  fragment AnswerParts on Answer {
    id
    conversationId
    question
    status
    understood
    chips {
      slot
      label
    }
    operation
    variables
    columns {
      name
      label
      unit
      better
      currency
    }
    rows {
      keys
      labels
      period {
        from
        to
      }
      values
      previous
      change
      changeRatio
    }
    totals
    text
    chart
    candidates {
      name
      label
      description
      question
    }
    reason
    suggestions
    explain {
      metric
      formula
      sql
      sources
      recordCount
      lag
    }
    planner
    milliseconds
    askedAt
  }
`)

graphql(`
  fragment PastConversation on Conversation {
    id
    title
    updatedAt
  }
`)

export const ChatPage = graphql(`
  query ChatPage {
    me {
      ...Shell
    }
    conversations(first: 30) {
      ...PastConversation
    }
  }
`)

export const ConversationPage = graphql(`
  query ConversationPage($id: ID!) {
    me {
      ...Shell
    }
    conversations(first: 30) {
      ...PastConversation
    }
    conversation(id: $id) {
      id
      title
      answers {
        ...AnswerParts
      }
    }
  }
`)

export const Ask = graphql(`
  mutation Ask($input: AskInput!) {
    ask(input: $input) {
      ...AnswerParts
    }
  }
`)

export const RenameConversation = graphql(`
  mutation RenameConversation($input: RenameConversationInput!) {
    renameConversation(input: $input) {
      ...PastConversation
    }
  }
`)

export const DeleteConversation = graphql(`
  mutation DeleteConversation($id: ID!) {
    deleteConversation(id: $id)
  }
`)
