// shard_writer.cc - writes the documents of one shard: postings, store, and what the merge needs.
//
// A shard is a run of consecutive documents in a directory of its own, so that processes write shards side by
// side without a lock. Each document goes to three places at once: its terms with their impacts into a
// database of Xapian's, its stored form to the end of one file, and its facts (shard_files.h) to the end of
// another, with a record that says where in the store it begins. Words are counted in memory and written
// sorted at the end. Nothing here needs another document: numbers, languages and families are the merge's
// (merge.cc).
#include "index/shard_writer.h"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <unordered_map>

#include "base/bytes.h"
#include "base/error.h"
#include "base/file_io.h"
#include "base/string_hash.h"
#include "index/encode.h"
#include "index/glass.h"
#include "index/shard_files.h"

namespace signpost {
namespace {

// Xapian gathers postings in trees of trees, the slower the larger they are; by itself it would write them
// after 10,000 documents. From 50,000 to 400,000 postings all was as fast, and a quarter less work than with
// its own number.
constexpr size_t kPostingsPerCommit = 200'000;

std::string make_dir(const std::string& dir) {
  std::error_code error;
  std::filesystem::create_directories(dir, error);
  if (error) throw Error(ErrorKind::io, "cannot create " + dir + ": " + error.message());
  return dir;
}

}  // namespace

struct ShardWriter::Impl {
  explicit Impl(const std::string& shard_dir)
      : dir(make_dir(shard_dir)),
        // Nobody reads a shard before it is whole, so it needs neither syncing nor crash safety.
        postings(create_postings(dir + "/" + shard::kPostings, Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS)),
        store(dir + "/" + shard::kStore),
        documents(dir + "/" + shard::kDocuments) {}

  std::string dir;
  Xapian::WritableDatabase postings;
  size_t unwritten = 0;  // postings since the last commit
  AppendFile store;
  AppendFile documents;
  std::unordered_map<std::string, shard::WordCount, StringHash, std::equal_to<>> words;

  void add_words(const EncodedDocument& document) {
    for (const auto& [word, in_title] : document.words) {
      auto found = words.find(word);
      if (found == words.end()) found = words.emplace(std::string(word), shard::WordCount{}).first;
      ++found->second.documents;
      found->second.titles += in_title;
    }
  }

  void add_postings(const EncodedDocument& document) {
    Xapian::Document doc;
    for (const auto& [term, impact] : document.terms) doc.add_term(std::string(term), impact);
    for (const std::string_view term : document.boolean_terms) doc.add_boolean_term(std::string(term));
    postings.add_document(doc);
    unwritten += document.terms.size();
    if (unwritten < kPostingsPerCommit) return;
    postings.commit();
    unwritten = 0;
  }

  void add_facts(const EncodedDocument& document, const DocRecord& record) {
    ByteWriter out;
    out.u32(static_cast<uint32_t>(document.facts.size()));
    out.pod(record);
    out.raw(document.facts.substr(sizeof record));
    documents.append(out.take());
  }

  void write_words() {
    shard::WordCounts counts(words.begin(), words.end());
    std::sort(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    write_file(dir + "/" + shard::kWords, encode_word_counts(counts));
  }
};

namespace {

// Runs what calls Xapian and makes its exceptions ours.
template <typename Function>
auto translated(const std::string& path, Function function) {
  try {
    return function();
  } catch (const Xapian::Error& error) {
    throw Error(ErrorKind::io, "cannot write " + path + ": " + error.get_description());
  }
}

}  // namespace

ShardWriter::ShardWriter(const std::string& shard_dir)
    : impl_(translated(shard_dir, [&] { return std::make_unique<Impl>(shard_dir); })) {}

ShardWriter::~ShardWriter() = default;

void ShardWriter::add(std::string_view encoded) {
  const EncodedDocument document = decode_document(encoded);
  DocRecord record = document.record;
  record.store_offset = impl_->store.size();
  impl_->store.append(document.stored);
  impl_->add_facts(document, record);
  impl_->add_words(document);
  translated(impl_->dir, [&] { impl_->add_postings(document); });
}

void ShardWriter::finish() {
  impl_->store.close();
  impl_->documents.close();
  impl_->write_words();
  translated(impl_->dir, [&] { impl_->postings.close(); });
}

}  // namespace signpost
