// write_queue.cc - see write_queue.h.
#include "store/write_queue.h"

#include <algorithm>
#include <utility>

#include "base/error.h"

namespace signpost {

WriteQueue::WriteQueue(OpenDatabase open, size_t capacity)
    : open_(std::move(open)), capacity_(capacity), thread_([this] { write(); }) {}

WriteQueue::~WriteQueue() {
  {
    const MutexLock lock(mutex_);
    ending_ = true;
  }
  arrived_.notify_one();
  thread_.join();
}

void WriteQueue::run(const Work& work) {
  Job job{&work};
  {
    const MutexLock lock(mutex_);
    if (waiting_.size() + under_way_ >= capacity_)
      throw Error(ErrorKind::io, "too many others wait to write at this moment");
    waiting_.push_back(&job);
    arrived_.notify_one();
    while (!job.done) finished_.wait(mutex_);
  }
  if (job.failure) std::rethrow_exception(job.failure);
}

void WriteQueue::write() {
  for (std::vector<Job*> batch = next_batch(); !batch.empty(); batch = next_batch()) {
    try {
      commit(batch);
    } catch (...) {
      // Of those that failed by themselves the reason stays.
      for (Job* job : batch) {
        if (!job->failure) job->failure = std::current_exception();
      }
      database_.reset();
    }
    const MutexLock lock(mutex_);
    for (Job* job : batch) job->done = true;
    under_way_ = 0;
    finished_.notify_all();
  }
}

// Empty at the end.
std::vector<WriteQueue::Job*> WriteQueue::next_batch() {
  const MutexLock lock(mutex_);
  while (waiting_.empty() && !ending_) arrived_.wait(mutex_);
  std::vector<Job*> batch(waiting_.begin(), waiting_.end());
  waiting_.clear();
  under_way_ = batch.size();
  return batch;
}

void WriteQueue::commit(const std::vector<Job*>& batch) {
  if (!database_) database_.emplace(open_());
  SqliteTransaction transaction(*database_);
  for (Job* job : batch) run_in_savepoint(*job);
  transaction.commit();
}

// What fails because the disk is full ends the whole transaction, of itself or here.
void WriteQueue::run_in_savepoint(Job& job) {
  database_->execute("SAVEPOINT job");
  try {
    (*job.work)(*database_);
  } catch (...) {
    if (!database_->is_in_transaction()) throw;
    database_->execute("ROLLBACK TO job");
    job.failure = std::current_exception();
  }
  database_->execute("RELEASE job");
}

}  // namespace signpost
