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
    verdict
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

export const SharedPage = graphql(`
  query SharedPage($id: ID!) {
    me {
      ...Shell
    }
    conversations(first: 30) {
      ...PastConversation
    }
    sharedConversation(id: $id) {
      title
      questions
      sharedBy {
        name
      }
    }
  }
`)

graphql(`
  fragment AnswerEventParts on AnswerEvent {
    __typename
    ... on QuestionTaken {
      answerId
      conversationId
    }
    ... on QuestionUnderstood {
      chips {
        slot
        label
      }
      understood
      planner
    }
    ... on OperationPlanned {
      operation
      variables
    }
    ... on FiguresFound {
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
      explain {
        metric
        formula
        sql
        sources
        recordCount
        lag
      }
    }
    ... on WordsWritten {
      text
    }
    ... on ChartChosen {
      chart
    }
    ... on NextQuestionsFound {
      suggestions
    }
    ... on AnswerGiven {
      answer {
        ...AnswerParts
      }
    }
    ... on ChoiceNeeded {
      answer {
        ...AnswerParts
      }
    }
    ... on AnswerRefused {
      answer {
        ...AnswerParts
      }
    }
    ... on AnswerFailed {
      answer {
        ...AnswerParts
      }
    }
  }
`)

export const Answering = graphql(`
  subscription Answering($input: AskInput!) {
    answer(input: $input) {
      ...AnswerEventParts
    }
  }
`)

export const FoundConversations = graphql(`
  query FoundConversations($search: String!) {
    conversations(search: $search, first: 50) {
      ...PastConversation
    }
  }
`)

export const VerifyAnswer = graphql(`
  mutation VerifyAnswer($input: VerifyAnswerInput!) {
    verifyAnswer(input: $input) {
      __typename
      ... on TeachingRefused {
        message
      }
    }
  }
`)

export const DefineTerm = graphql(`
  mutation DefineTerm($input: DefineTermInput!) {
    defineTerm(input: $input) {
      __typename
      ... on TeachingRefused {
        message
      }
    }
  }
`)

export const ShareConversation = graphql(`
  mutation ShareConversation($id: ID!) {
    shareConversation(id: $id) {
      id
    }
  }
`)

export const EndSharing = graphql(`
  mutation EndSharing($id: ID!) {
    endSharing(id: $id)
  }
`)

export const Splits = graphql(`
  query Splits {
    metricCatalogue {
      metrics {
        name
        domain
        dimensions
      }
      dimensions {
        name
        domain
        label
      }
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
