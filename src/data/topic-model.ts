export interface TopicModel { readonly dummy?: true }
