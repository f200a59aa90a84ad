#include "index/shard_files.h"

#include "index/bytes.h"

namespace signpost::shard {

ShardDocument read_shard_document(std::string_view bytes) {
  ByteReader in(bytes);
  ShardDocument document;
  document.record = in.pod<DocRecord>();
  document.id = in.string();
  document.lang = in.string();
  document.category = in.string();
  document.product = in.string();
  document.title = in.string();
  document.tags = in.strings();
  document.aliases = in.strings();
  document.headings.resize(in.count());
  for (auto& [anchor, text] : document.headings) {
    anchor = in.string();
    text = in.string();
  }
  document.salient.resize(in.count(sizeof(SalientTerm)));
  for (auto& entry : document.salient) entry = in.pod<SalientTerm>();
  return document;
}

std::vector<std::string_view> split_documents(std::string_view file) {
  std::vector<std::string_view> documents;
  for (ByteReader in(file); !in.done();) {
    const uint32_t size = in.u32();
    documents.push_back(in.raw(size));
  }
  return documents;
}

std::string encode_word_counts(const WordCounts& words) {
  ByteWriter out;
  for (const auto& [word, count] : words) {
    out.string(word);
    out.varint(count.documents);
    out.varint(count.titles);
  }
  return out.take();
}

void add_word_counts(std::string_view bytes, WordCounts& words) {
  auto hint = words.begin();
  for (ByteReader in(bytes); !in.done();) {
    const std::string_view word = in.string();
    while (hint != words.end() && hint->first < word) ++hint;
    if (hint == words.end() || hint->first != word) hint = words.emplace_hint(hint, word, WordCount{});
    hint->second.documents += static_cast<uint32_t>(in.varint());
    hint->second.titles += static_cast<uint32_t>(in.varint());
  }
}

}  // namespace signpost::shard
