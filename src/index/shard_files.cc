// shard_files.cc - reads what a shard knows of its documents, and adds up its counts of words.
#include "index/shard_files.h"

#include "base/bytes.h"

namespace signpost::shard {

ShardDocument read_shard_document(std::string_view bytes) {
  ByteReader in(bytes);
  ShardDocument document;
  document.record = in.pod<DocRecord>();
  document.id = in.string();
  document.lang = in.string();
  document.title = in.string();
  for (auto& values : document.fields.by_field) values = in.strings();
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

namespace {

WordCounts read_word_counts(std::string_view bytes) {
  WordCounts words;
  for (ByteReader in(bytes); !in.done();) {
    auto& [word, count] = words.emplace_back();
    word = in.string();
    count.documents = static_cast<uint32_t>(in.varint());
    count.titles = static_cast<uint32_t>(in.varint());
  }
  return words;
}

WordCounts sum_of(const WordCounts& a, const WordCounts& b) {
  WordCounts sum;
  sum.reserve(a.size() + b.size());
  auto other = b.begin();
  for (const auto& [word, count] : a) {
    while (other != b.end() && other->first < word) sum.push_back(*other++);
    const bool both = other != b.end() && other->first == word;
    const WordCount more = both ? (other++)->second : WordCount{};
    sum.push_back({word, {count.documents + more.documents, count.titles + more.titles}});
  }
  sum.insert(sum.end(), other, b.end());
  return sum;
}

}  // namespace

WordCounts add_word_counts(const std::vector<std::string>& files) {
  WordCounts counts;
  for (const std::string& file : files) counts = sum_of(counts, read_word_counts(file));
  return counts;
}

}  // namespace signpost::shard
