/* Preloaded into a program under test: writes down what it does to the files below one folder, in order,
   and can play a disk that is full or may not be written.

   LOKET_DISK_FOLDER   the folder that is watched
   LOKET_DISK_LOG      where the record goes, see watched_disk.py; none is kept without it
   LOKET_DISK_CONTROL  a file of four numbers shared with the program: see struct control */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#define FDS 4096

struct control {
    int64_t asked;     /* calls so far that need room on the disk */
    int64_t full_from; /* the call of that number and all after it find the disk full; 0: never */
    int64_t refused;   /* calls that were answered with an error */
    int64_t closed;    /* errno given to everything that would write; 0: nothing is refused */
};

struct record {
    char what;
    char pad[3];
    int32_t fd;
    int64_t place;
    int64_t length; /* bytes that follow: a path, two paths parted by a NUL, or what was written */
} __attribute__((packed));

static pthread_mutex_t turn = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;
static char folder[PATH_MAX];
static size_t folder_length;
static int log_fd = -1;
static struct control nothing, *control = &nothing;
static char watched[FDS];

/* the kernel itself, past libc, so that what is done here is not watched again */
static int really_open(const char *path, int flags, mode_t mode) {
    return (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
}

__attribute__((constructor)) static void begin(void) {
    const char *named = getenv("LOKET_DISK_FOLDER"), *log = getenv("LOKET_DISK_LOG");
    const char *shared = getenv("LOKET_DISK_CONTROL");
    if (!named || !realpath(named, folder))
        return;
    folder_length = strlen(folder);
    if (log)
        log_fd = really_open(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (shared) {
        int fd = really_open(shared, O_RDWR | O_CLOEXEC, 0);
        void *seen = mmap(NULL, sizeof *control, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
        if (seen != MAP_FAILED)
            control = seen;
    }
}

static int whole(const char *path, char *out) {
    if (path[0] == '/')
        snprintf(out, PATH_MAX, "%s", path);
    else {
        char here[PATH_MAX];
        if (!getcwd(here, sizeof here) || snprintf(out, PATH_MAX, "%s/%s", here, path) >= PATH_MAX)
            return 0;
    }
    return folder_length && !strncmp(out, folder, folder_length) &&
           (out[folder_length] == '/' || out[folder_length] == 0);
}

static int is_watched(int fd) { return fd >= 0 && fd < FDS && watched[fd]; }

static void put(const void *bytes, size_t length) {
    for (const char *from = bytes; length;) {
        ssize_t done = syscall(SYS_write, log_fd, from, length);
        if (done <= 0)
            abort(); /* a record with a hole would prove nothing */
        from += done;
        length -= (size_t)done;
    }
}

static void note(char what, int fd, int64_t place, const void *bytes, size_t length) {
    struct record record = {what, {0}, fd, place, (int64_t)length};
    if (log_fd < 0)
        return;
    put(&record, sizeof record);
    put(bytes, length);
}

/* 0, or the errno this call is answered with */
static int refused(int needs_room) {
    int wrong = (int)control->closed;
    if (!wrong && needs_room) {
        control->asked++;
        if (control->full_from && control->asked >= control->full_from)
            wrong = ENOSPC;
    }
    if (wrong)
        control->refused++;
    return wrong;
}

#define ENTER pthread_mutex_lock(&turn)
#define LEAVE(result)                                                                                        \
    do {                                                                                                     \
        int kept_errno = errno;                                                                              \
        pthread_mutex_unlock(&turn);                                                                         \
        errno = kept_errno;                                                                                  \
        return result;                                                                                       \
    } while (0)
#define REFUSE_IF(needs_room, wrong)                                                                         \
    do {                                                                                                     \
        int answer = refused(needs_room);                                                                    \
        if (answer) {                                                                                        \
            errno = answer;                                                                                  \
            LEAVE(wrong);                                                                                    \
        }                                                                                                    \
    } while (0)

static int opened(int at, const char *path, int flags, mode_t mode) {
    char name[PATH_MAX];
    struct stat before;
    if (!(at == AT_FDCWD || path[0] == '/') || !whole(path, name))
        return (int)syscall(SYS_openat, at, path, flags, mode);
    ENTER;
    int there = stat(name, &before) == 0;
    if ((flags & O_ACCMODE) != O_RDONLY || (flags & O_CREAT))
        REFUSE_IF((flags & O_CREAT) && !there, -1);
    int fd = (int)syscall(SYS_openat, at, path, flags, mode);
    if (fd >= 0) {
        if (fd >= FDS)
            abort();
        watched[fd] = 1;
        note('o', fd, (!there && (flags & O_CREAT) ? 1 : 0) | (flags & O_TRUNC ? 2 : 0), name, strlen(name));
    }
    LEAVE(fd);
}

#define MODE_OF(flags, last)                                                                                 \
    mode_t mode = 0;                                                                                         \
    if ((flags) & (O_CREAT | O_TMPFILE)) {                                                                   \
        va_list more;                                                                                        \
        va_start(more, last);                                                                                \
        mode = (mode_t)va_arg(more, int);                                                                    \
        va_end(more);                                                                                        \
    }

int open(const char *path, int flags, ...) {
    MODE_OF(flags, flags)
    return opened(AT_FDCWD, path, flags, mode);
}
int open64(const char *path, int flags, ...) {
    MODE_OF(flags, flags)
    return opened(AT_FDCWD, path, flags | O_LARGEFILE, mode);
}
int openat(int at, const char *path, int flags, ...) {
    MODE_OF(flags, flags)
    return opened(at, path, flags, mode);
}
int openat64(int at, const char *path, int flags, ...) {
    MODE_OF(flags, flags)
    return opened(at, path, flags | O_LARGEFILE, mode);
}

int close(int fd) {
    ENTER;
    if (is_watched(fd)) {
        watched[fd] = 0;
        note('c', fd, 0, NULL, 0);
    }
    int done = (int)syscall(SYS_close, fd);
    LEAVE(done);
}

static ssize_t written(int fd, const void *bytes, size_t length, off64_t place, int placed) {
    ENTER;
    int answer = refused(1);
    if (answer == ENOSPC && control->asked == control->full_from && length > 512) {
        length /= 2; /* the last room there is */
        answer = 0;
    }
    if (answer) {
        errno = answer;
        LEAVE(-1);
    }
    if (!placed) {
        int appends = (int)syscall(SYS_fcntl, fd, F_GETFL) & O_APPEND;
        place = (off64_t)syscall(SYS_lseek, fd, 0, appends ? SEEK_END : SEEK_CUR);
    }
    ssize_t done = placed ? syscall(SYS_pwrite64, fd, bytes, length, place) : syscall(SYS_write, fd, bytes, length);
    if (done > 0)
        note('w', fd, place, bytes, (size_t)done);
    LEAVE(done);
}

ssize_t write(int fd, const void *bytes, size_t length) {
    return is_watched(fd) ? written(fd, bytes, length, 0, 0) : syscall(SYS_write, fd, bytes, length);
}
ssize_t pwrite(int fd, const void *bytes, size_t length, off_t place) {
    return is_watched(fd) ? written(fd, bytes, length, place, 1) : syscall(SYS_pwrite64, fd, bytes, length, place);
}
ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t place) {
    return is_watched(fd) ? written(fd, bytes, length, place, 1) : syscall(SYS_pwrite64, fd, bytes, length, place);
}

/* copied inside the kernel it could not be written down: callers fall back to read and write */
ssize_t sendfile(int out, int in, off_t *place, size_t length) {
    if (!is_watched(out))
        return syscall(SYS_sendfile, out, in, place, length);
    errno = EINVAL;
    return -1;
}
ssize_t sendfile64(int out, int in, off64_t *place, size_t length) { return sendfile(out, in, place, length); }
ssize_t copy_file_range(int in, off64_t *from, int out, off64_t *to, size_t length, unsigned flags) {
    if (!is_watched(out))
        return syscall(SYS_copy_file_range, in, from, out, to, length, flags);
    errno = EINVAL;
    return -1;
}

static int truncated(int fd, off64_t length) {
    struct stat now;
    ENTER;
    if (is_watched(fd))
        REFUSE_IF(fstat(fd, &now) == 0 && length > now.st_size, -1);
    int done = (int)syscall(SYS_ftruncate, fd, length);
    if (done == 0 && is_watched(fd))
        note('t', fd, length, NULL, 0);
    LEAVE(done);
}
int ftruncate(int fd, off_t length) { return truncated(fd, length); }
int ftruncate64(int fd, off64_t length) { return truncated(fd, length); }

static int synced(int fd, long how) {
    ENTER;
    int done = (int)syscall(how, fd);
    if (done == 0 && is_watched(fd))
        note('s', fd, 0, NULL, 0);
    LEAVE(done);
}
int fsync(int fd) { return synced(fd, SYS_fsync); }
int fdatasync(int fd) { return synced(fd, SYS_fdatasync); }

int rename(const char *from, const char *to) {
    char names[2 * PATH_MAX], target[PATH_MAX];
    int inside = whole(from, names) | whole(to, target);
    ENTER;
    if (inside)
        REFUSE_IF(1, -1);
    int done = (int)syscall(SYS_renameat, AT_FDCWD, from, AT_FDCWD, to);
    if (done == 0 && inside) {
        size_t first = strlen(names) + 1, second = strlen(target);
        memcpy(names + first, target, second);
        note('r', 0, 0, names, first + second);
    }
    LEAVE(done);
}

static int named(char what, const char *path, int needs_room, long call, long mode) {
    char name[PATH_MAX];
    int inside = whole(path, name);
    ENTER;
    if (inside)
        REFUSE_IF(needs_room, -1);
    int done = what == 'm' ? (int)syscall(call, path, mode) : (int)syscall(call, path);
    if (done == 0 && inside)
        note(what, 0, 0, name, strlen(name));
    LEAVE(done);
}
int unlink(const char *path) { return named('u', path, 0, SYS_unlink, 0); }
int rmdir(const char *path) { return named('u', path, 0, SYS_rmdir, 0); }
int mkdir(const char *path, mode_t mode) { return named('m', path, 1, SYS_mkdir, (long)mode); }
