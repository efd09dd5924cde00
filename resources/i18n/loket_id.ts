<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id_ID">
<context>
    <name>AccessStep</name>
    <message>
        <source>The administrator&apos;s new password</source>
        <translation>Kata sandi baru administrator</translation>
    </message>
    <message>
        <source>Passwords belong to the PC they were chosen on. The administrator chooses a new one now; every officer whose password opens nothing here gets a one-time password on the next page.</source>
        <translation>Kata sandi hanya berlaku di komputer tempat kata sandi itu dibuat. Administrator membuat yang baru sekarang; petugas yang kata sandinya tidak berlaku di sini mendapat kata sandi sekali pakai di halaman berikut.</translation>
    </message>
    <message>
        <source>Save password</source>
        <translation>Simpan kata sandi</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administrator</translation>
    </message>
</context>
<context>
    <name>AddPanel</name>
    <message>
        <source>Add an officer</source>
        <translation>Tambah petugas</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Peran</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Tambah</translation>
    </message>
</context>
<context>
    <name>AddressesPanel</name>
    <message>
        <source>Addresses</source>
        <translation>Alamat</translation>
    </message>
    <message>
        <source>Evolis card printer on the network</source>
        <translation>Printer kartu Evolis di jaringan</translation>
    </message>
    <message>
        <source>Such as 192.168.1.20; empty for none</source>
        <translation>Misalnya 192.168.1.20; kosongkan bila tidak ada</translation>
    </message>
    <message>
        <source>Ticket printer</source>
        <translation>Printer tiket</translation>
    </message>
    <message>
        <source>Its network address or device; empty for none</source>
        <translation>Alamat jaringan atau perangkatnya; kosongkan bila tidak ada</translation>
    </message>
    <message>
        <source>Test ticket</source>
        <translation>Tiket uji</translation>
    </message>
    <message>
        <source>Sent. Did a ticket come out?</source>
        <translation>Terkirim. Apakah tiketnya keluar?</translation>
    </message>
</context>
<context>
    <name>AdministratorStep</name>
    <message>
        <source>The administrator</source>
        <translation>Administrator</translation>
    </message>
    <message>
        <source>Keeps officers, printers and backups, and sees no member. Whoever also serves visitors gets an account of their own for that afterwards.</source>
        <translation>Mengurus petugas, printer, dan cadangan, dan tidak melihat data peserta. Bila ia juga melayani di loket, buatkan akun tersendiri untuk itu nanti.</translation>
    </message>
    <message>
        <source>Found the branch</source>
        <translation>Dirikan kantor cabang</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>As the journal is to show it</source>
        <translation>Seperti yang akan tertulis di jurnal</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Kata sandi</translation>
    </message>
    <message>
        <source>The branch is founded</source>
        <translation>Kantor cabang sudah didirikan</translation>
    </message>
    <message>
        <source>{name} signs in with the password just chosen. Name and password can be changed once signed in.</source>
        <translation>{name} masuk dengan kata sandi yang baru dibuat. Nama dan kata sandi dapat diubah setelah masuk.</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Lanjut</translation>
    </message>
</context>
<context>
    <name>BackupPage</name>
    <message>
        <source>Backup</source>
        <translation>Cadangan</translation>
    </message>
    <message>
        <source>Folder for backups</source>
        <translation>Folder cadangan</translation>
    </message>
    <message>
        <source>Choose folder …</source>
        <translation>Pilih folder …</translation>
    </message>
    <message>
        <source>After so many registrations</source>
        <translation>Setiap sekian pendaftaran</translation>
    </message>
    <message>
        <source>Newest ones kept</source>
        <translation>Jumlah disimpan</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Cadangkan sekarang</translation>
    </message>
    <message>
        <source>Restore from a backup …</source>
        <translation>Pulihkan dari cadangan …</translation>
    </message>
    <message>
        <source>New recovery code …</source>
        <translation>Kode pemulihan baru …</translation>
    </message>
    <message>
        <source>A new recovery code?</source>
        <translation>Buat kode pemulihan baru?</translation>
    </message>
    <message>
        <source>Make a new code</source>
        <translation>Buat kode baru</translation>
    </message>
    <message>
        <source>Keep the present one</source>
        <translation>Tetap pakai yang sekarang</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Cadangan</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Dibuat</translation>
    </message>
    <message>
        <source>Branch and counter</source>
        <translation>Kantor cabang dan loket</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Peserta</translation>
    </message>
    <message>
        <source>Journal entries</source>
        <translation>Entri jurnal</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Ukuran</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Keadaan</translation>
    </message>
    <message>
        <source>No backup lies here yet. Choose a folder on another disk, then press F9.</source>
        <translation>Belum ada cadangan di sini. Pilih folder di diska lain, lalu tekan F9.</translation>
    </message>
    <message>
        <source>Backing up</source>
        <translation>Mencadangkan</translation>
    </message>
    <message>
        <source>Backing up …</source>
        <translation>Mencadangkan …</translation>
    </message>
    <message>
        <source>Last good backup: {day}, {time}</source>
        <translation>Cadangan baik terakhir: {day}, {time}</translation>
    </message>
    <message>
        <source>No good backup yet</source>
        <translation>Belum ada cadangan yang baik</translation>
    </message>
    <message>
        <source>The folder lies on the disk of the data: a broken disk takes both. Better: a USB stick.</source>
        <translation>Folder ini ada di diska yang sama dengan data: bila diska rusak, keduanya hilang. Lebih baik: diska USB.</translation>
    </message>
    <message>
        <source>No folder is chosen: if this PC breaks, its data is lost. The administrator chooses one.</source>
        <translation>Folder belum dipilih: bila komputer ini rusak, datanya hilang. Administrator yang memilihnya.</translation>
    </message>
    <message>
        <source>More than a day without a good backup: whatever was entered since lies on this PC alone.</source>
        <translation>Lebih dari sehari tanpa cadangan yang baik: yang dicatat sejak itu hanya ada di komputer ini.</translation>
    </message>
    <message>
        <source>It was opened and compared after it was written.</source>
        <translation>Sudah dibuka dan dibandingkan setelah ditulis.</translation>
    </message>
    <message>
        <source>Verified when made</source>
        <translation>Diperiksa saat dibuat</translation>
    </message>
    <message>
        <source>A figure from 1 to {most}</source>
        <translation>Angka dari 1 sampai {most}</translation>
    </message>
    <message>
        <source>The code in the safe opens this branch no more; backups made before still open with it. The new one has to go onto paper at once.</source>
        <translation>Kode di brankas tidak lagi membuka data cabang ini; cadangan lama masih terbuka dengannya. Kode baru harus segera dicetak.</translation>
    </message>
    <message>
        <source>Also at every day close and at least once a day, while work goes on.</source>
        <translation>Juga setiap tutup hari dan paling sedikit sekali sehari, sementara pekerjaan berjalan.</translation>
    </message>
</context>
<context>
    <name>BackupPresenter</name>
    <message>
        <source>Backed up and verified: {folder}</source>
        <translation>Sudah dicadangkan dan diperiksa: {folder}</translation>
    </message>
    <message>
        <source>Stopped. Nothing of it was left behind.</source>
        <translation>Dihentikan. Tidak ada sisa yang tertinggal.</translation>
    </message>
</context>
<context>
    <name>BackupStep</name>
    <message>
        <source>Backups</source>
        <translation>Cadangan</translation>
    </message>
    <message>
        <source>An encrypted copy goes there every 50 registrations and at day close, and is opened to see whether it is whole. Best is a disk or USB stick that is not this PC&apos;s own.</source>
        <translation>Salinan terenkripsi dibuat setiap 50 pendaftaran dan saat tutup hari, lalu dibuka untuk memastikan utuh. Sebaiknya di diska luar atau USB, bukan diska komputer ini.</translation>
    </message>
    <message>
        <source>Folder for backups</source>
        <translation>Folder cadangan</translation>
    </message>
    <message>
        <source>Choose folder …</source>
        <translation>Pilih folder …</translation>
    </message>
    <message>
        <source>Skip for now</source>
        <translation>Lewati dahulu</translation>
    </message>
    <message>
        <source>Without a backup</source>
        <translation>Tanpa cadangan</translation>
    </message>
    <message>
        <source>If this PC breaks, everything since the founding is lost. The status line stays red until a folder is chosen in the room Backup.</source>
        <translation>Bila komputer ini rusak, semua yang dicatat hilang. Baris status tetap merah sampai folder dipilih di ruang Cadangan.</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Cadangkan sekarang</translation>
    </message>
    <message>
        <source>This folder lies on the disk of the data</source>
        <translation>Folder ini ada di diska yang sama dengan data</translation>
    </message>
    <message>
        <source>If the disk breaks, data and backup are lost together. Better: a USB stick.</source>
        <translation>Bila diska rusak, data dan cadangan hilang bersama. Lebih baik: diska USB.</translation>
    </message>
    <message>
        <source>Another disk than the data&apos;s</source>
        <translation>Diska lain dari diska data</translation>
    </message>
    <message>
        <source>The first backup is made now, to see that the folder takes it.</source>
        <translation>Cadangan pertama dibuat sekarang, untuk memastikan folder ini dapat dipakai.</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Lanjut</translation>
    </message>
    <message>
        <source>The first backup is made and verified</source>
        <translation>Cadangan pertama sudah dibuat dan diperiksa</translation>
    </message>
    <message>
        <source>It was opened and compared. Take a USB stick home or lock it away, not beside the PC.</source>
        <translation>Sudah dibuka dan dibandingkan. Simpan USB di tempat terkunci, jangan di samping komputer.</translation>
    </message>
</context>
<context>
    <name>BackupWords</name>
    <message>
        <source>Backup: no folder chosen</source>
        <translation>Cadangan: folder belum dipilih</translation>
    </message>
    <message>
        <source>Backup: none yet</source>
        <translation>Cadangan: belum ada</translation>
    </message>
    <message>
        <source>Backup: {ago}</source>
        <translation>Cadangan: {ago}</translation>
    </message>
    <message>
        <source>{backup}, the last one failed</source>
        <translation>{backup}, yang terakhir gagal</translation>
    </message>
    <message>
        <source>after the present time</source>
        <translation>lebih baru dari jam komputer</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>baru saja</translation>
    </message>
    <message>
        <source>{count} min. ago</source>
        <translation>{count} menit lalu</translation>
    </message>
    <message>
        <source>{count} hours ago</source>
        <translation>{count} jam lalu</translation>
    </message>
    <message>
        <source>{count} days ago</source>
        <translation>{count} hari lalu</translation>
    </message>
</context>
<context>
    <name>BackupsStep</name>
    <message>
        <source>Which backup?</source>
        <translation>Cadangan yang mana?</translation>
    </message>
    <message>
        <source>Connect the disk or USB stick and choose the folder the backups lie in.</source>
        <translation>Sambungkan diska atau USB, lalu pilih folder tempat cadangan berada.</translation>
    </message>
    <message>
        <source>Open this backup</source>
        <translation>Buka cadangan ini</translation>
    </message>
    <message>
        <source>Folder with backups</source>
        <translation>Folder cadangan</translation>
    </message>
    <message>
        <source>Choose folder …</source>
        <translation>Pilih folder …</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Cadangan</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Dibuat</translation>
    </message>
    <message>
        <source>Branch and counter</source>
        <translation>Kantor cabang dan loket</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Peserta</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Kunjungan</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Ukuran</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Keadaan</translation>
    </message>
    <message>
        <source>No backup here yet: choose a folder.</source>
        <translation>Belum ada cadangan: pilih folder.</translation>
    </message>
    <message>
        <source>Verified when made</source>
        <translation>Diperiksa saat dibuat</translation>
    </message>
</context>
<context>
    <name>BatchActions</name>
    <message>
        <source>Leave out</source>
        <translation>Keluarkan</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Naik</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Turun</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Jadwalkan</translation>
    </message>
    <message>
        <source>Not good</source>
        <translation>Tidak baik</translation>
    </message>
    <message>
        <source>Temporary cards</source>
        <translation>Kartu sementara</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Jeda</translation>
    </message>
    <message>
        <source>Cancel the rest</source>
        <translation>Batalkan sisa</translation>
    </message>
    <message>
        <source>Why will the cards that are not printed yet be cancelled?</source>
        <translation>Mengapa kartu yang belum dicetak dibatalkan?</translation>
    </message>
</context>
<context>
    <name>BatchPage</name>
    <message>
        <source>Batch</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>Batches</source>
        <translation>Daftar batch</translation>
    </message>
    <message>
        <source>Pre-flight</source>
        <translation>Pra-cek</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Disetujui</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>Mencetak</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>Cocokkan</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Tanda terima</translation>
    </message>
</context>
<context>
    <name>BatchPresenter</name>
    <message>
        <source>{name}: did the card come out well?</source>
        <translation>{name}: kartunya keluar dengan baik?</translation>
    </message>
    <message>
        <source>Receipt {number}, both PDFs, the e-mail draft and the log are written.</source>
        <translation>Tanda terima {number}, kedua PDF, draf surel, dan log sudah ditulis.</translation>
    </message>
    <message>
        <source>Receipt {number} is written, the log is not: {why}</source>
        <translation>Tanda terima {number} sudah ditulis, log belum: {why}</translation>
    </message>
    <message>
        <source>Write the log again</source>
        <translation>Tulis ulang log</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Buka folder</translation>
    </message>
    <message>
        <source>Temporary cards are written: {file}. Print them on A4; the cards stay owed.</source>
        <translation>Kartu sementara sudah ditulis: {file}. Cetak di A4; kartunya tetap harus dicetak.</translation>
    </message>
    <message>
        <source>Handed over. The receipt with the collector&apos;s name is ready to be signed.</source>
        <translation>Diserahkan. Tanda terima dengan nama pengambil siap ditandatangani.</translation>
    </message>
</context>
<context>
    <name>BatchSide</name>
    <message>
        <source>Ribbon</source>
        <translation>Pita</translation>
    </message>
    <message>
        <source>of {total} cards</source>
        <translation>dari {total} kartu</translation>
    </message>
    <message>
        <source>{seconds} seconds a card</source>
        <translation>{seconds} detik per kartu</translation>
    </message>
    <message>
        <source>done at about {time}</source>
        <translation>selesai ± {time}</translation>
    </message>
    <message>
        <source>Opening + received</source>
        <translation>Awal + diterima</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Baik</translation>
    </message>
    <message>
        <source>Spoiled</source>
        <translation>Rusak</translation>
    </message>
    <message>
        <source>Held until checked</source>
        <translation>Ditahan sampai dicek</translation>
    </message>
    <message>
        <source>Should be left</source>
        <translation>Sisa seharusnya</translation>
    </message>
    <message>
        <source>{left} blanks, the batch needs {needed}</source>
        <translation>Blangko {left}, batch perlu {needed}</translation>
    </message>
    <message>
        <source>Ribbon {kind}</source>
        <translation>Pita {kind}</translation>
    </message>
    <message>
        <source>{left} of {panels} panels</source>
        <translation>{left} dari {panels} panel</translation>
    </message>
    <message>
        <source>the batch needs {needed}</source>
        <translation>batch ini perlu {needed}</translation>
    </message>
    <message>
        <source>enough for this batch</source>
        <translation>cukup untuk batch ini</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Kemajuan</translation>
    </message>
    <message>
        <source>Before the receipt</source>
        <translation>Sebelum tanda terima</translation>
    </message>
    <message>
        <source>Blanks of this counter</source>
        <translation>Blangko loket ini</translation>
    </message>
</context>
<context>
    <name>BatchStage</name>
    <message>
        <source>Paused. The card in the printer still comes out.</source>
        <translation>Dijeda. Kartu di pencetak masih akan keluar.</translation>
    </message>
    <message>
        <source>Look in the tray and answer: nothing is sent again without it.</source>
        <translation>Lihat baki dan jawab: tidak ada yang dikirim lagi tanpa jawaban.</translation>
    </message>
    <message>
        <source>A visitor&apos;s card goes first; the batch goes on behind it.</source>
        <translation>Kartu pengunjung didahulukan; batch berlanjut sesudahnya.</translation>
    </message>
    <message>
        <source>No blank is left. Book new ones, then go on.</source>
        <translation>Blangko habis. Catat blangko baru, lalu lanjutkan.</translation>
    </message>
    <message>
        <source>The ribbon is used up. Put in a new one and book it, then go on.</source>
        <translation>Pita habis. Pasang dan catat pita baru, lalu lanjutkan.</translation>
    </message>
    <message>
        <source>Everything was sent. Mark the cards that are not good.</source>
        <translation>Semua sudah dikirim. Tandai kartu yang tidak baik.</translation>
    </message>
    <message>
        <source>Every card is answered for.</source>
        <translation>Semua kartu sudah dijawab.</translation>
    </message>
    <message>
        <source>Write receipt and files</source>
        <translation>Tulis tanda terima</translation>
    </message>
    <message>
        <source>{count} cards cannot be printed; the rows say why.</source>
        <translation>{count} kartu tidak dapat dicetak; barisnya menyebut alasannya.</translation>
    </message>
    <message>
        <source>{count} cards need the supervisor: sign under the row, or leave them out.</source>
        <translation>{count} kartu perlu persetujuan penyelia di bawah barisnya, atau keluarkan.</translation>
    </message>
    <message>
        <source>Nothing is in the way of {count} cards.</source>
        <translation>Tidak ada halangan untuk {count} kartu.</translation>
    </message>
    <message>
        <source>Approve and print</source>
        <translation>Setujui dan cetak</translation>
    </message>
    <message>
        <source>Leave out these {count}</source>
        <translation>Keluarkan {count} ini</translation>
    </message>
    <message>
        <source>Begins when the batches before it are through.</source>
        <translation>Mulai setelah batch sebelumnya selesai.</translation>
    </message>
    <message>
        <source>Begins at {time}.</source>
        <translation>Mulai pukul {time}.</translation>
    </message>
    <message>
        <source>Print now</source>
        <translation>Cetak sekarang</translation>
    </message>
    <message>
        <source>Nothing is ever printed again without your answer.</source>
        <translation>Tidak ada yang dicetak ulang tanpa jawaban Anda.</translation>
    </message>
    <message>
        <source>Answer for each marked card under its row.</source>
        <translation>Jawab tiap kartu yang ditandai, di bawah barisnya.</translation>
    </message>
    <message>
        <source>All good but {count}</source>
        <translation>Semua baik kecuali {count}</translation>
    </message>
    <message>
        <source>All are good</source>
        <translation>Semua baik</translation>
    </message>
    <message>
        <source>Stopped. Nothing is sent until you go on.</source>
        <translation>Berhenti. Tidak ada yang dikirim sampai dilanjutkan.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Lanjutkan</translation>
    </message>
</context>
<context>
    <name>BatchTable</name>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>KPJ</source>
        <translation>No. KPJ</translation>
    </message>
    <message>
        <source>State of the card</source>
        <translation>Keadaan kartu</translation>
    </message>
    <message>
        <source>No card is left in this batch.</source>
        <translation>Tidak ada kartu lagi dalam batch ini.</translation>
    </message>
    <message>
        <source>Cards of the batch</source>
        <translation>Kartu dalam batch</translation>
    </message>
    <message>
        <source>Not good – asked next</source>
        <translation>Tidak baik – ditanyakan berikutnya</translation>
    </message>
</context>
<context>
    <name>BatchWords</name>
    <message>
        <source>Batch {number}</source>
        <translation>Batch {number}</translation>
    </message>
    <message>
        <source>Scheduled for {day} {time}</source>
        <translation>Dijadwalkan {day} {time}</translation>
    </message>
    <message>
        <source>Spoiled → made again as no. {place} · {why}</source>
        <translation>Rusak → dicetak lagi no. {place} · {why}</translation>
    </message>
    <message>
        <source>Asked for by the company</source>
        <translation>Diminta perusahaan</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Baik</translation>
    </message>
    <message>
        <source>Spoiled, made again</source>
        <translation>Rusak, dicetak lagi</translation>
    </message>
    <message>
        <source>In the printer</source>
        <translation>Di pencetak</translation>
    </message>
    <message>
        <source>To be answered</source>
        <translation>Perlu dijawab</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Dikeluarkan</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Menunggu</translation>
    </message>
</context>
<context>
    <name>BlanksPanel</name>
    <message>
        <source>What is booked</source>
        <translation>Yang dicatat</translation>
    </message>
    <message>
        <source>Blank cards</source>
        <translation>Jumlah blangko</translation>
    </message>
    <message>
        <source>Delivery note or remark</source>
        <translation>Surat jalan, catatan</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>Catat</translation>
    </message>
    <message>
        <source>A card operator or a supervisor books what comes and goes.</source>
        <translation>Petugas cetak atau penyelia mencatat blangko yang datang dan keluar.</translation>
    </message>
    <message>
        <source>Blank cards of this counter, this shift</source>
        <translation>Blangko loket ini, giliran sekarang</translation>
    </message>
    <message>
        <source>No shift yet: it begins with the first count</source>
        <translation>Belum ada giliran: mulai dengan hitungan pertama</translation>
    </message>
    <message>
        <source>Since {day}, {time} · {name}</source>
        <translation>Sejak {day}, {time} · {name}</translation>
    </message>
    <message>
        <source>Spoiled: {reasons}</source>
        <translation>Rusak: {reasons}</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>Awal</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Diterima</translation>
    </message>
    <message>
        <source>New cards</source>
        <translation>Kartu baru</translation>
    </message>
    <message>
        <source>Reprinted</source>
        <translation>Cetak ulang</translation>
    </message>
    <message>
        <source>Spoiled</source>
        <translation>Rusak</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Ditahan</translation>
    </message>
    <message>
        <source>Type how many.</source>
        <translation>Ketik jumlahnya.</translation>
    </message>
    <message>
        <source>Used up: {what}</source>
        <translation>Terpakai: {what}</translation>
    </message>
</context>
<context>
    <name>BranchStep</name>
    <message>
        <source>Branch and counter</source>
        <translation>Kantor cabang dan loket</translation>
    </message>
    <message>
        <source>Both names stand on receipts and in the daily tally.</source>
        <translation>Kedua nama tertulis di tanda terima dan rekap harian.</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>Kantor cabang</translation>
    </message>
    <message>
        <source>As on the letterhead, such as Kantor Cabang Surabaya Karimunjawa</source>
        <translation>Seperti di kop surat, misalnya Kantor Cabang Surabaya Karimunjawa</translation>
    </message>
    <message>
        <source>This counter</source>
        <translation>Loket ini</translation>
    </message>
    <message>
        <source>Such as Loket 1, each PC its own. It cannot be changed later: blanks, drafts and cards belong to it.</source>
        <translation>Misalnya Loket 1, tiap komputer namanya sendiri. Tidak dapat diubah nanti: blangko, draf, dan kartu tercatat atas nama ini.</translation>
    </message>
    <message>
        <source>{counter} is the PC this backup comes from. Give this PC another name.</source>
        <translation>{counter} adalah komputer asal cadangan ini. Beri komputer ini nama lain.</translation>
    </message>
</context>
<context>
    <name>CardObstacle</name>
    <message>
        <source>Why a further card</source>
        <translation>Alasan kartu tambahan</translation>
    </message>
</context>
<context>
    <name>CardPreview</name>
    <message>
        <source>The card appears here once name, NIK and KPJ are known.</source>
        <translation>Kartu tampil di sini setelah nama, NIK, dan KPJ diketahui.</translation>
    </message>
    <message>
        <source>The preview cannot be drawn.</source>
        <translation>Pratinjau tidak dapat digambar.</translation>
    </message>
</context>
<context>
    <name>CardQuestion</name>
    <message>
        <source>Came out, good</source>
        <translation>Keluar, baik</translation>
    </message>
    <message>
        <source>Came out, spoiled</source>
        <translation>Keluar, rusak</translation>
    </message>
    <message>
        <source>Did not come out</source>
        <translation>Tidak keluar</translation>
    </message>
    <message>
        <source>What is wrong with the card?</source>
        <translation>Kartunya rusak karena apa?</translation>
    </message>
    <message>
        <source>or scan the card</source>
        <translation>atau pindai kartunya</translation>
    </message>
</context>
<context>
    <name>CardRoomPage</name>
    <message>
        <source>Card printing</source>
        <translation>Cetak kartu</translation>
    </message>
    <message>
        <source>Cards not printed yet</source>
        <translation>Kartu yang belum dicetak</translation>
    </message>
    <message>
        <source>No card is waiting. Cards left with “Print later” in a visit appear here.</source>
        <translation>Tidak ada kartu yang menunggu. Kartu yang dipilih “Cetak nanti” saat kunjungan muncul di sini.</translation>
    </message>
    <message>
        <source>Latest cards</source>
        <translation>Kartu terakhir</translation>
    </message>
    <message>
        <source>No card yet. The first one is printed in step 4 of a visit.</source>
        <translation>Belum ada kartu. Kartu pertama dicetak pada langkah 4 kunjungan.</translation>
    </message>
    <message>
        <source>Print selected card</source>
        <translation>Cetak kartu terpilih</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>Batalkan</translation>
    </message>
    <message>
        <source>Blank cards received</source>
        <translation>Blangko diterima</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>Catat</translation>
    </message>
    <message>
        <source>A card operator or a supervisor books new blanks.</source>
        <translation>Blangko baru dicatat oleh petugas cetak atau penyelia.</translation>
    </message>
    <message>
        <source>Company batches</source>
        <translation>Batch perusahaan</translation>
    </message>
    <message>
        <source>Opening + received</source>
        <translation>Awal + diterima</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Baik</translation>
    </message>
    <message>
        <source>Spoiled</source>
        <translation>Rusak</translation>
    </message>
    <message>
        <source>Held until checked</source>
        <translation>Ditahan sampai diperiksa</translation>
    </message>
    <message>
        <source>Should be left</source>
        <translation>Sisa seharusnya</translation>
    </message>
    <message>
        <source>{count} blank cards booked.</source>
        <translation>{count} blangko dicatat.</translation>
    </message>
    <message>
        <source>Sending …</source>
        <translation>Mengirim …</translation>
    </message>
    <message>
        <source>Show KPJ</source>
        <translation>Tampilkan KPJ</translation>
    </message>
    <message>
        <source>Why will the card of {name} not be printed?</source>
        <translation>Mengapa kartu {name} tidak jadi dicetak?</translation>
    </message>
    <message>
        <source>Type how many were received, 1 to {most}.</source>
        <translation>Ketik jumlah yang diterima, 1 sampai {most}.</translation>
    </message>
    <message>
        <source>No card is ever sent again without your answer.</source>
        <translation>Tidak ada yang dicetak ulang tanpa jawaban Anda.</translation>
    </message>
    <message>
        <source>Not printed yet</source>
        <translation>Belum dicetak</translation>
    </message>
    <message>
        <source>Blank cards of this counter</source>
        <translation>Blangko loket ini</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Printer</translation>
    </message>
</context>
<context>
    <name>CardTable</name>
    <message>
        <source>Asked for</source>
        <translation>Diminta</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>KPJ</source>
        <translation>No. KPJ</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Keadaan kartu</translation>
    </message>
</context>
<context>
    <name>CardView</name>
    <message>
        <source>The card as it will be printed</source>
        <translation>Kartu seperti yang akan dicetak</translation>
    </message>
</context>
<context>
    <name>CardWords</name>
    <message>
        <source>{kind} · copy {copy}</source>
        <translation>{kind} · kartu ke-{copy}</translation>
    </message>
    <message>
        <source>Not ready – look at its display</source>
        <translation>Belum siap – lihat layar printer</translation>
    </message>
    <message>
        <source>ribbon {percent} %</source>
        <translation>pita {percent} %</translation>
    </message>
</context>
<context>
    <name>ChainWords</name>
    <message>
        <source>The check was stopped</source>
        <translation>Pemeriksaan dihentikan</translation>
    </message>
    <message>
        <source>{entries} entries follow one another without a gap, and the last one is the one kept outside the database. Head: {sha}…</source>
        <translation>{entries} entri bersambung tanpa celah, dan entri terakhir sama dengan yang dicatat di luar basis data. Kepala: {sha}…</translation>
    </message>
    <message>
        <source>The chain is whole</source>
        <translation>Rantai utuh</translation>
    </message>
    <message>
        <source>The journal does not agree with itself</source>
        <translation>Jurnal tidak cocok</translation>
    </message>
    <message>
        <source>Leave the PC as it is, note what stands here and call the administrator.</source>
        <translation>Biarkan komputer apa adanya, catat yang tertulis di sini, lalu hubungi administrator.</translation>
    </message>
    <message>
        <source>… and {count} places more.</source>
        <translation>… dan {count} tempat lagi.</translation>
    </message>
    <message>
        <source>The day close of {day} speaks of an entry that is not there: number {number}.</source>
        <translation>Tutup hari {day} menyebut entri yang tidak ada: nomor {number}.</translation>
    </message>
    <message>
        <source>{day}, {time}</source>
        <translation>{day}, {time}</translation>
    </message>
    <message>
        <source>Entry {number} is missing</source>
        <translation>Entri {number} hilang</translation>
    </message>
    <message>
        <source>Entry {number} cannot be read</source>
        <translation>Entri {number} tidak terbaca</translation>
    </message>
    <message>
        <source>Entry {number} or the one before was changed</source>
        <translation>Entri {number} atau entri sebelumnya diubah</translation>
    </message>
    <message>
        <source>Whom entry {number} touched was changed</source>
        <translation>Daftar orang pada entri {number} diubah</translation>
    </message>
    <message>
        <source>Where the journal stood last is not told outside the database: that file is missing.</source>
        <translation>Catatan kepala jurnal di luar basis data tidak ada.</translation>
    </message>
    <message>
        <source>Where the journal stood last cannot be read outside the database.</source>
        <translation>Catatan kepala jurnal di luar basis data tidak terbaca.</translation>
    </message>
    <message>
        <source>Entries that were written are not there: an older database took its place.</source>
        <translation>Entri yang pernah ditulis tidak ada: basis data lama menggantikannya.</translation>
    </message>
    <message>
        <source>Another entry stands where the last one stood: another database took its place.</source>
        <translation>Di tempat entri terakhir ada entri lain: basis data lain menggantikannya.</translation>
    </message>
    <message>
        <source>The database was changed while it was shut.</source>
        <translation>Basis data diubah saat tertutup.</translation>
    </message>
</context>
<context>
    <name>CheckList</name>
    <message>
        <source>Cards to check</source>
        <translation>Kartu yang perlu diperiksa</translation>
    </message>
    <message>
        <source>No card has to be checked.</source>
        <translation>Tidak ada kartu yang perlu diperiksa.</translation>
    </message>
    <message>
        <source>Please check: did these cards come out?</source>
        <translation>Tolong periksa: apakah kartu ini keluar?</translation>
    </message>
    <message>
        <source>{card} is being printed …</source>
        <translation>{card} sedang dicetak …</translation>
    </message>
    <message>
        <source>{card}: did the card come out well?</source>
        <translation>{card}: kartu keluar dengan baik?</translation>
    </message>
    <message>
        <source>{state}. Look in the tray before you answer.</source>
        <translation>{state}. Lihat baki printer sebelum menjawab.</translation>
    </message>
</context>
<context>
    <name>CheckedList</name>
    <message>
        <source>{rows} rows: {taken} can be taken, {held} are held back</source>
        <translation>{rows} baris: {taken} dapat diterima, {held} tertahan</translation>
    </message>
    <message>
        <source>can be taken</source>
        <translation>dapat diterima</translation>
    </message>
    <message>
        <source>held back</source>
        <translation>tertahan</translation>
    </message>
    <message>
        <source>Not taken for workers: rows {numbers}</source>
        <translation>Tidak dianggap pekerja: baris {numbers}</translation>
    </message>
    <message>
        <source>Sheet {name}</source>
        <translation>Lembar {name}</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>kemungkinan</translation>
    </message>
    <message>
        <source>Other sheets with a list, not read: {names}</source>
        <translation>Lembar lain yang berisi daftar, tidak dibaca: {names}</translation>
    </message>
</context>
<context>
    <name>ChooseFile</name>
    <message>
        <source>Choose</source>
        <translation>Pilih</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Buka</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Simpan</translation>
    </message>
    <message>
        <source>Look in</source>
        <translation>Cari di</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>Nama berkas</translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation>Jenis berkas</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
</context>
<context>
    <name>ClockWords</name>
    <message>
        <source>The clock of this PC says {now}, but something was entered at {last} already.</source>
        <translation>Jam komputer ini menunjukkan {now}, padahal sudah ada isian pada {last}.</translation>
    </message>
    <message>
        <source>The clock of this PC says {now}; the last entry was made at {last}, long before.</source>
        <translation>Jam komputer ini menunjukkan {now}; isian terakhir dibuat {last}, jauh sebelumnya.</translation>
    </message>
    <message>
        <source>The clock of this PC says {now}, which cannot be.</source>
        <translation>Jam komputer ini menunjukkan {now}; itu tidak mungkin.</translation>
    </message>
    <message>
        <source>Set the clock before you print anything or close the day.</source>
        <translation>Setel jam sebelum mencetak apa pun atau menutup hari.</translation>
    </message>
</context>
<context>
    <name>ClosePage</name>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Buka folder</translation>
    </message>
    <message>
        <source>Write receipt</source>
        <translation>Buat tanda terima</translation>
    </message>
    <message>
        <source>Close and call the next</source>
        <translation>Tutup, panggil berikutnya</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>Sebentar …</translation>
    </message>
    <message>
        <source>Not written yet. F9 writes it as a PDF, to be signed by the member.</source>
        <translation>Belum dibuat. F9 membuatnya sebagai PDF, untuk ditandatangani peserta.</translation>
    </message>
    <message>
        <source>Contributions a month</source>
        <translation>Iuran sebulan</translation>
    </message>
    <message>
        <source>{count} answered with a reason</source>
        <translation>{count} dijawab dengan alasan</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Temuan</translation>
    </message>
    <message>
        <source>Receipt {number}
{file}</source>
        <translation>Tanda terima {number}
{file}</translation>
    </message>
    <message>
        <source>Question answered</source>
        <translation>Pertanyaan terjawab</translation>
    </message>
    <message>
        <source>Card handed out</source>
        <translation>Kartu diserahkan</translation>
    </message>
    <message>
        <source>Card follows</source>
        <translation>Kartu menyusul</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>Terdaftar</translation>
    </message>
    <message>
        <source>Membership added</source>
        <translation>Kepesertaan ditambahkan</translation>
    </message>
    <message>
        <source>{done}, card handed out</source>
        <translation>{done}, kartu diserahkan</translation>
    </message>
    <message>
        <source>{done}, card follows</source>
        <translation>{done}, kartu menyusul</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Peserta</translation>
    </message>
    <message>
        <source>NIK</source>
        <translation>NIK</translation>
    </message>
    <message>
        <source>follows later</source>
        <translation>menyusul</translation>
    </message>
    <message>
        <source>KPJ</source>
        <translation>No. KPJ</translation>
    </message>
    <message>
        <source>Programmes</source>
        <translation>Program</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Badan usaha</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Sejak</translation>
    </message>
    <message>
        <source>Monthly wage</source>
        <translation>Upah sebulan</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Kartu</translation>
    </message>
    <message>
        <source>{total} of {standard}</source>
        <translation>{total} dari {standard}</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Yang dilakukan</translation>
    </message>
    <message>
        <source>Time per step</source>
        <translation>Lama tiap langkah</translation>
    </message>
    <message>
        <source>Receipt for the member</source>
        <translation>Tanda terima untuk peserta</translation>
    </message>
    <message>
        <source>Ask whether everything is clear, then close.</source>
        <translation>Tanyakan apakah semuanya sudah jelas, lalu tutup.</translation>
    </message>
    <message>
        <source>For next time: balance, digital card and small claims are in the JMO app on the phone.</source>
        <translation>Untuk lain kali: saldo, kartu digital, dan klaim kecil ada di aplikasi JMO di ponsel.</translation>
    </message>
</context>
<context>
    <name>ClosePresenter</name>
    <message>
        <source>Writing …</source>
        <translation>Membuat …</translation>
    </message>
</context>
<context>
    <name>ColumnsPage</name>
    <message>
        <source>Columns of the list</source>
        <translation>Kolom daftar</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Lembar</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>Read the rows with these columns</source>
        <translation>Baca baris dengan kolom ini</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Kolom</translation>
    </message>
    <message>
        <source>First values</source>
        <translation>Isi pertama</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Berisi</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Membaca …</translation>
    </message>
    <message>
        <source>without a heading</source>
        <translation>tanpa judul</translation>
    </message>
    <message>
        <source>What column {letter} holds</source>
        <translation>Isi kolom {letter}</translation>
    </message>
    <message>
        <source>— nothing —</source>
        <translation>— tidak dipakai —</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>tidak dipakai</translation>
    </message>
    <message>
        <source>sure</source>
        <translation>pasti</translation>
    </message>
    <message>
        <source>please check</source>
        <translation>mohon diperiksa</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>dipilih</translation>
    </message>
    <message>
        <source>In no column: {fields}</source>
        <translation>Tidak ada kolomnya: {fields}</translation>
    </message>
    <message>
        <source>No headings were found. Choose what each column holds.</source>
        <translation>Judul kolom tidak ditemukan. Pilih isi setiap kolom.</translation>
    </message>
    <message>
        <source>Sheet {sheet}, headings in row {rows}. What is chosen here is remembered.</source>
        <translation>Lembar {sheet}, judul di baris {rows}. Pilihan di sini diingat untuk daftar berikutnya.</translation>
    </message>
    <message>
        <source>Which column holds what</source>
        <translation>Kolom mana berisi apa</translation>
    </message>
</context>
<context>
    <name>CompaniesPage</name>
    <message>
        <source>Companies</source>
        <translation>Perusahaan</translation>
    </message>
    <message>
        <source>NPP or name of a company</source>
        <translation>NPP atau nama perusahaan</translation>
    </message>
    <message>
        <source>Find a company by NPP or name …</source>
        <translation>Cari perusahaan dengan NPP atau nama …</translation>
    </message>
    <message>
        <source>NPP</source>
        <translation>NPP</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Perusahaan</translation>
    </message>
    <message>
        <source>RO</source>
        <translation>RO</translation>
    </message>
    <message>
        <source>To print</source>
        <translation>Cetak</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Sejak</translation>
    </message>
    <message>
        <source>In batch</source>
        <translation>Di batch</translation>
    </message>
    <message>
        <source>No company yet. Press Ctrl+N and type its NPP and name, then read its list of workers.</source>
        <translation>Belum ada perusahaan. Tekan Ctrl+N, ketik NPP dan namanya, lalu baca daftar pekerjanya.</translation>
    </message>
    <message>
        <source>New company</source>
        <translation>Perusahaan baru</translation>
    </message>
    <message>
        <source>List of workers</source>
        <translation>Daftar pekerja</translation>
    </message>
    <message>
        <source>KPJ list</source>
        <translation>Daftar KPJ</translation>
    </message>
    <message>
        <source>Print cards</source>
        <translation>Cetak kartu</translation>
    </message>
    <message>
        <source>Lists that are not finished</source>
        <translation>Daftar yang belum selesai</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Lanjutkan</translation>
    </message>
    <message>
        <source>{cards} cards wait</source>
        <translation>{cards} kartu menunggu</translation>
    </message>
    <message>
        <source>The first {count}: type a word to see others</source>
        <translation>{count} yang pertama: ketik sebagian nama untuk yang lain</translation>
    </message>
    <message>
        <source>What was typed is given up.</source>
        <translation>Isian yang belum disimpan dibatalkan.</translation>
    </message>
    <message>
        <source>Not finished</source>
        <translation>Belum selesai</translation>
    </message>
</context>
<context>
    <name>CompaniesPresenter</name>
    <message>
        <source>{company} is saved.</source>
        <translation>{company} sudah disimpan.</translation>
    </message>
    <message>
        <source>Choose the company first whose list this is.</source>
        <translation>Pilih dahulu perusahaan pemilik daftar ini.</translation>
    </message>
    <message>
        <source>{name} is discarded.</source>
        <translation>{name} dibuang.</translation>
    </message>
</context>
<context>
    <name>CompanyPanel</name>
    <message>
        <source>Save</source>
        <translation>Simpan</translation>
    </message>
    <message>
        <source>Do not save</source>
        <translation>Batalkan</translation>
    </message>
    <message>
        <source>New company</source>
        <translation>Perusahaan baru</translation>
    </message>
    <message>
        <source>{day} · batch {number} · {state}</source>
        <translation>{day} · batch {number} · {state}</translation>
    </message>
    <message>
        <source>Printed lately</source>
        <translation>Terakhir dicetak</translation>
    </message>
    <message>
        <source>Ask the company for it again.</source>
        <translation>Tanyakan lagi kepada perusahaan.</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>Menyimpan …</translation>
    </message>
    <message>
        <source>NPP and name are enough to begin with.</source>
        <translation>NPP dan nama sudah cukup untuk memulai.</translation>
    </message>
    <message>
        <source>{count} cards wait, the first since {day}</source>
        <translation>{count} kartu menunggu, yang pertama sejak {day}</translation>
    </message>
    <message>
        <source>{count} in a batch</source>
        <translation>{count} dalam batch</translation>
    </message>
    <message>
        <source>{count} without a number</source>
        <translation>{count} belum bernomor</translation>
    </message>
    <message>
        <source>No card waits.</source>
        <translation>Tidak ada kartu yang menunggu.</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>Reason for your decision</source>
        <translation>Alasan keputusan</translation>
    </message>
    <message>
        <source>Same person</source>
        <translation>Orang yang sama</translation>
    </message>
    <message>
        <source>Another person</source>
        <translation>Orang lain</translation>
    </message>
    <message>
        <source>Next one</source>
        <translation>Berikutnya</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>Write in a few words how you know, for example “KTP photo differs”.</source>
        <translation>Tulis singkat dasar keputusannya, misalnya “foto KTP berbeda”.</translation>
    </message>
    <message>
        <source>Is this the same person?  {place} of {count}</source>
        <translation>Apakah ini orang yang sama?  {place} dari {count}</translation>
    </message>
    <message>
        <source>On the form</source>
        <translation>Di formulir</translation>
    </message>
    <message>
        <source>Stored at the branch</source>
        <translation>Tersimpan di cabang</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>berbeda</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Memberships</source>
        <translation>Kepesertaan</translation>
    </message>
</context>
<context>
    <name>ConfirmStep</name>
    <message>
        <source>Read from the paper</source>
        <translation>Baca dari kertas</translation>
    </message>
    <message>
        <source>Take the paper into your hand and type two of its groups, so that it is sure to be legible.</source>
        <translation>Ambil lembarnya dan ketik dua kelompok dari kode itu, agar pasti terbaca.</translation>
    </message>
    <message>
        <source>A group</source>
        <translation>Satu kelompok</translation>
    </message>
    <message>
        <source>Another group</source>
        <translation>Kelompok lain</translation>
    </message>
    <message>
        <source>Group {number}</source>
        <translation>Kelompok {number}</translation>
    </message>
    <message>
        <source>This is not what the paper should say. Look at it again, or go back to print anew.</source>
        <translation>Tidak sama dengan kode di kertas. Periksa lagi, atau kembali untuk mencetak ulang.</translation>
    </message>
</context>
<context>
    <name>CountPanel</name>
    <message>
        <source>Count the blank cards</source>
        <translation>Hitung blangko</translation>
    </message>
    <message>
        <source>Blank cards counted</source>
        <translation>Blangko yang dihitung</translation>
    </message>
    <message>
        <source>Those in the feeder and in the drawer of this counter</source>
        <translation>Yang ada di printer dan di laci loket ini</translation>
    </message>
    <message>
        <source>Why the count differs</source>
        <translation>Mengapa jumlahnya berbeda</translation>
    </message>
    <message>
        <source>Kept with the count, and on the day&apos;s paper</source>
        <translation>Disimpan bersama hitungan dan tercantum di lembar tutup hari</translation>
    </message>
    <message>
        <source>{count} cards wait for an answer. Leave them out of the count; they stay held.</source>
        <translation>{count} kartu belum dijawab. Jangan ikut dihitung; kartu itu tetap ditahan.</translation>
    </message>
    <message>
        <source>There should be {expected}: {difference} too many. Count once more.</source>
        <translation>Seharusnya {expected}: lebih {difference}. Hitung sekali lagi.</translation>
    </message>
    <message>
        <source>There should be {expected}: {difference} too few. Count once more.</source>
        <translation>Seharusnya {expected}: kurang {difference}. Hitung sekali lagi.</translation>
    </message>
    <message>
        <source>If it stays so, write why.</source>
        <translation>Bila tetap begitu, tulis sebabnya.</translation>
    </message>
    <message>
        <source>Count the blank cards and type how many.</source>
        <translation>Hitung blangko, lalu ketik jumlahnya.</translation>
    </message>
</context>
<context>
    <name>DayClosePage</name>
    <message>
        <source>Close the day</source>
        <translation>Tutup hari</translation>
    </message>
    <message>
        <source>Still open</source>
        <translation>Masih terbuka</translation>
    </message>
    <message>
        <source>Why the day is closed all the same</source>
        <translation>Alasan hari tetap ditutup</translation>
    </message>
    <message>
        <source>Stands on the paper, beside the counts</source>
        <translation>Tertulis di lembar, di samping jumlahnya</translation>
    </message>
    <message>
        <source>Closed before</source>
        <translation>Sudah pernah ditutup</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>Close {day}</source>
        <translation>Tutup {day}</translation>
    </message>
    <message>
        <source>Visits finished</source>
        <translation>Kunjungan selesai</translation>
    </message>
    <message>
        <source>Cards spoiled</source>
        <translation>Kartu rusak</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Temuan</translation>
    </message>
    <message>
        <source>New cards</source>
        <translation>Kartu baru</translation>
    </message>
    <message>
        <source>Reprinted cards</source>
        <translation>Kartu cetak ulang</translation>
    </message>
    <message>
        <source>{cards} cards nobody has answered for, {visits} visits nobody has finished.</source>
        <translation>{cards} kartu belum dijawab, {visits} kunjungan belum selesai.</translation>
    </message>
    <message>
        <source>Write why, or settle what is open first.</source>
        <translation>Tulis alasannya, atau selesaikan dahulu yang masih terbuka.</translation>
    </message>
    <message>
        <source>Closing …</source>
        <translation>Menutup …</translation>
    </message>
    <message>
        <source>Closed. The paper lies ready to be printed and signed: {file}</source>
        <translation>Sudah ditutup. Lembar siap dicetak dan ditandatangani: {file}</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Buka folder</translation>
    </message>
    <message>
        <source>Journal entries</source>
        <translation>Entri jurnal</translation>
    </message>
    <message>
        <source>Head of the chain</source>
        <translation>Kepala rantai</translation>
    </message>
    <message>
        <source>Is written when the day is closed</source>
        <translation>Ditulis saat hari ditutup</translation>
    </message>
    <message>
        <source>{count} times, last at {time}. Closing again makes a paper of its own.</source>
        <translation>{count} kali, terakhir pukul {time}. Menutup lagi membuat lembar tersendiri.</translation>
    </message>
    <message>
        <source>As they will stand on the paper</source>
        <translation>Seperti yang akan tertulis di lembar</translation>
    </message>
    <message>
        <source>Where the journal stands</source>
        <translation>Keadaan jurnal</translation>
    </message>
    <message>
        <source>The day&apos;s figures and the head of the journal go onto a paper to be signed and filed; a backup is made. The counter can go on working, and the day can be closed again.</source>
        <translation>Angka hari itu dan kepala jurnal ditulis di lembar untuk ditandatangani dan diarsipkan; cadangan dibuat. Loket tetap dapat bekerja, dan hari dapat ditutup lagi.</translation>
    </message>
</context>
<context>
    <name>Designer</name>
    <message>
        <source>Ordinary name</source>
        <translation>Nama biasa</translation>
    </message>
    <message>
        <source>Longest name</source>
        <translation>Nama terpanjang</translation>
    </message>
    <message>
        <source>KPJ with letters</source>
        <translation>KPJ berhuruf</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>Pilih gambar</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg)</source>
        <translation>Gambar (*.png *.jpg *.jpeg)</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>Menyimpan …</translation>
    </message>
    <message>
        <source>Saved as version {version}. Cards are printed with it from now on.</source>
        <translation>Disimpan sebagai versi {version}. Kartu dicetak dengan versi ini mulai sekarang.</translation>
    </message>
</context>
<context>
    <name>DesignerPage</name>
    <message>
        <source>Card designer</source>
        <translation>Perancang kartu</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Tata letak</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Urungkan</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Ulangi</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Daftar</translation>
    </message>
    <message>
        <source>Save new version</source>
        <translation>Simpan versi baru</translation>
    </message>
    <message>
        <source>Elements of this side</source>
        <translation>Unsur sisi ini</translation>
    </message>
    <message>
        <source>Element</source>
        <translation>Unsur</translation>
    </message>
    <message>
        <source>Nothing stands on this side yet. Add an element below.</source>
        <translation>Sisi ini masih kosong. Tambahkan unsur di bawah.</translation>
    </message>
    <message>
        <source>Add an element</source>
        <translation>Tambah unsur</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Gandakan</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>Below others</source>
        <translation>Ke bawah</translation>
    </message>
    <message>
        <source>Above others</source>
        <translation>Ke atas</translation>
    </message>
    <message>
        <source>With a back</source>
        <translation>Ada sisi belakang</translation>
    </message>
    <message>
        <source>Seen with the data of</source>
        <translation>Dilihat dengan data</translation>
    </message>
    <message>
        <source>What is wrong or doubtful</source>
        <translation>Yang salah atau meragukan</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Di mana</translation>
    </message>
    <message>
        <source>What and how to mend it</source>
        <translation>Apa dan cara memperbaikinya</translation>
    </message>
    <message>
        <source>Nothing is wrong: cards can be printed with this layout.</source>
        <translation>Tidak ada yang salah: tata letak ini dapat dipakai mencetak.</translation>
    </message>
    <message>
        <source>Add …</source>
        <translation>Tambah …</translation>
    </message>
    <message>
        <source>Version {version}, changed</source>
        <translation>Versi {version}, diubah</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Versi {version}</translation>
    </message>
    <message>
        <source>The card</source>
        <translation>Kartu</translation>
    </message>
    <message>
        <source>Elements</source>
        <translation>Unsur</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Journal does not agree</source>
        <translation>Jurnal tidak cocok</translation>
    </message>
    <message>
        <source>Printer does not answer</source>
        <translation>Printer tidak menjawab</translation>
    </message>
    <message>
        <source>Backups are made by a supervisor or the administrator. Tell them if this is red.</source>
        <translation>Cadangan dibuat oleh penyelia atau administrator. Beri tahu mereka bila tulisan ini merah.</translation>
    </message>
</context>
<context>
    <name>DoneStep</name>
    <message>
        <source>Sign in</source>
        <translation>Masuk</translation>
    </message>
</context>
<context>
    <name>EditPanel</name>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Peran</translation>
    </message>
    <message>
        <source>Remove …</source>
        <translation>Keluarkan …</translation>
    </message>
    <message>
        <source>Reset password</source>
        <translation>Reset kata sandi</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Simpan</translation>
    </message>
    <message>
        <source>The only administrator: somebody has to keep the branch. Add another one first; they can then change your role or remove you.</source>
        <translation>Satu-satunya administrator: harus ada yang mengurus kantor cabang. Tambahkan administrator lain dahulu; ia lalu dapat mengubah peran Anda atau mengeluarkan Anda.</translation>
    </message>
    <message>
        <source>Your own role and your removal are another administrator&apos;s to decide. Your password is changed in Settings.</source>
        <translation>Peran sendiri hanya dapat diubah administrator lain. Kata sandi diganti di Pengaturan.</translation>
    </message>
    <message>
        <source>The program ended before this officer&apos;s way in was taken. Remove once more.</source>
        <translation>Program berhenti sebelum akses petugas ini dicabut. Keluarkan sekali lagi.</translation>
    </message>
</context>
<context>
    <name>ElementPanel</name>
    <message>
        <source>Choose an element: click it, or press Tab on the card.</source>
        <translation>Pilih unsur: klik, atau tekan Tab pada kartu.</translation>
    </message>
    <message>
        <source>Another picture …</source>
        <translation>Gambar lain …</translation>
    </message>
    <message>
        <source>Properties</source>
        <translation>Sifat</translation>
    </message>
    <message>
        <source>A whole number</source>
        <translation>Bilangan bulat</translation>
    </message>
    <message>
        <source>A number, such as 12.5</source>
        <translation>Angka, misalnya 12,5</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>NIK, KPJ or name</source>
        <translation>NIK, KPJ, atau nama</translation>
    </message>
    <message>
        <source>NIK</source>
        <translation>NIK</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Nama lengkap</translation>
    </message>
    <message>
        <source>Place of birth</source>
        <translation>Tempat lahir</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>Tanggal lahir</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Jenis kelamin</translation>
    </message>
    <message>
        <source>Marital status</source>
        <translation>Status kawin</translation>
    </message>
    <message>
        <source>Mother&apos;s maiden name</source>
        <translation>Nama ibu kandung</translation>
    </message>
    <message>
        <source>Family card no.</source>
        <translation>No. KK</translation>
    </message>
    <message>
        <source>NPWP</source>
        <translation>NPWP</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Alamat</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>Provinsi</translation>
    </message>
    <message>
        <source>Regency or city</source>
        <translation>Kabupaten/kota</translation>
    </message>
    <message>
        <source>District</source>
        <translation>Kecamatan</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>Kelurahan/desa</translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation>Kode pos</translation>
    </message>
    <message>
        <source>Mobile phone</source>
        <translation>No. HP</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>Segmen</translation>
    </message>
    <message>
        <source>Company (NPP or name)</source>
        <translation>Perusahaan (NPP atau nama)</translation>
    </message>
    <message>
        <source>Company name</source>
        <translation>Nama perusahaan</translation>
    </message>
    <message>
        <source>Division</source>
        <translation>Divisi</translation>
    </message>
    <message>
        <source>Employee no.</source>
        <translation>No. pegawai</translation>
    </message>
    <message>
        <source>Work began</source>
        <translation>Mulai kerja</translation>
    </message>
    <message>
        <source>Monthly wage (Rp)</source>
        <translation>Upah sebulan (Rp)</translation>
    </message>
    <message>
        <source>Accident risk</source>
        <translation>Risiko kecelakaan</translation>
    </message>
    <message>
        <source>Programmes</source>
        <translation>Program</translation>
    </message>
    <message>
        <source>KPJ</source>
        <translation>KPJ</translation>
    </message>
    <message>
        <source>NPP</source>
        <translation>NPP</translation>
    </message>
    <message>
        <source>RO (company&apos;s coach)</source>
        <translation>RO (pembina perusahaan)</translation>
    </message>
    <message>
        <source>Contributions posted</source>
        <translation>Iuran diposting</translation>
    </message>
    <message>
        <source>Data entered</source>
        <translation>Data masuk</translation>
    </message>
    <message>
        <source>Password of the PDFs</source>
        <translation>Kata sandi PDF</translation>
    </message>
</context>
<context>
    <name>FindingRow</name>
    <message>
        <source>Go to field</source>
        <translation>Ke isian</translation>
    </message>
    <message>
        <source>Go to field: {what}</source>
        <translation>Ke isian: {what}</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>This number has {length} digits</source>
        <translation>Nomor ini {length} angka</translation>
    </message>
    <message>
        <source>A NIK has 16 digits, a KPJ has {kpj_length} characters.</source>
        <translation>NIK terdiri dari 16 angka, KPJ {kpj_length} karakter.</translation>
    </message>
    <message>
        <source>Check the number, or search by name.</source>
        <translation>Periksa nomornya, atau cari dengan nama.</translation>
    </message>
    <message>
        <source>Still empty</source>
        <translation>Belum diisi</translation>
    </message>
    <message>
        <source>The form cannot do without this field.</source>
        <translation>Formulir tidak lengkap tanpa isian ini.</translation>
    </message>
    <message>
        <source>Fill it in from the paper form.</source>
        <translation>Isi sesuai formulir kertas.</translation>
    </message>
    <message>
        <source>NIK has {length} digits instead of 16</source>
        <translation>NIK berisi {length} angka, seharusnya 16</translation>
    </message>
    <message>
        <source>Every NIK has exactly 16 digits.</source>
        <translation>Setiap NIK tepat 16 angka.</translation>
    </message>
    <message>
        <source>Read it again from the KTP.</source>
        <translation>Baca ulang dari KTP.</translation>
    </message>
    <message>
        <source>The NIK has the day {day}, which does not exist</source>
        <translation>Tanggal {day} dalam NIK tidak ada</translation>
    </message>
    <message>
        <source>Digits 7 and 8 are the birth day: 01–31, for women 41–71.</source>
        <translation>Angka ke-7 dan ke-8 adalah tanggal lahir: 01–31, perempuan 41–71.</translation>
    </message>
    <message>
        <source>The NIK has the birth date {date}, which is in no calendar</source>
        <translation>Tanggal lahir {date} dalam NIK tidak ada di kalender</translation>
    </message>
    <message>
        <source>Digits 7 to 12 are day, month and year of birth.</source>
        <translation>Angka ke-7 sampai ke-12 adalah tanggal, bulan, dan tahun lahir.</translation>
    </message>
    <message>
        <source>The NIK ends in 0000</source>
        <translation>NIK berakhiran 0000</translation>
    </message>
    <message>
        <source>The last four digits count from 0001.</source>
        <translation>Empat angka terakhir dimulai dari 0001.</translation>
    </message>
    <message>
        <source>Read it again from the KTP; if it really says so, send the person to Dukcapil.</source>
        <translation>Baca ulang dari KTP; bila memang begitu, arahkan ke Dukcapil.</translation>
    </message>
    <message>
        <source>Old codes live on in NIKs after a region was split.</source>
        <translation>Kode lama tetap dipakai di NIK setelah pemekaran wilayah.</translation>
    </message>
    <message>
        <source>Compare it with the KTP and say why it is right.</source>
        <translation>Cocokkan dengan KTP dan tulis alasannya.</translation>
    </message>
    <message>
        <source>NIK says {nik}</source>
        <translation>NIK berbunyi {nik}</translation>
    </message>
    <message>
        <source>The birth date typed is {typed}. A corrected birth date does not change the NIK.</source>
        <translation>Tanggal lahir diketik {typed}. NIK tidak berubah bila tanggal lahir dikoreksi.</translation>
    </message>
    <message>
        <source>Compare both with the KTP; if the KTP says so, give the reason.</source>
        <translation>Cocokkan keduanya dengan KTP; bila KTP memang begitu, tulis alasannya.</translation>
    </message>
    <message>
        <source>The sex chosen is {typed}.</source>
        <translation>Jenis kelamin dipilih {typed}.</translation>
    </message>
    <message>
        <source>Compare it with the KTP; if the KTP says so, give the reason.</source>
        <translation>Cocokkan dengan KTP; bila KTP memang begitu, tulis alasannya.</translation>
    </message>
    <message>
        <source>Only {age} years old</source>
        <translation>Baru berumur {age} tahun</translation>
    </message>
    <message>
        <source>Nobody may work below the age of 15.</source>
        <translation>Di bawah 15 tahun belum boleh bekerja.</translation>
    </message>
    <message>
        <source>Check the birth date, or give the reason.</source>
        <translation>Periksa tanggal lahir, atau tulis alasannya.</translation>
    </message>
    <message>
        <source>{age} years old</source>
        <translation>Berumur {age} tahun</translation>
    </message>
    <message>
        <source>An age above 100 is rare; often the century is wrong.</source>
        <translation>Umur di atas 100 jarang; sering abadnya yang keliru.</translation>
    </message>
    <message>
        <source>The NIK begins with an unknown district code: {region}</source>
        <translation>NIK diawali kode wilayah yang tidak dikenal: {region}</translation>
    </message>
    <message>
        <source>Two birth years fit</source>
        <translation>Dua tahun lahir sama-sama cocok</translation>
    </message>
    <message>
        <source>Only the last two digits of the year are known.</source>
        <translation>Hanya dua angka terakhir tahunnya yang diketahui.</translation>
    </message>
    <message>
        <source>Type the date from the KTP with all four digits of the year.</source>
        <translation>Ketik tanggal dari KTP dengan tahun empat angka.</translation>
    </message>
    <message>
        <source>Family card number has {length} digits instead of 16</source>
        <translation>Nomor KK berisi {length} angka, seharusnya 16</translation>
    </message>
    <message>
        <source>Every family card number has exactly 16 digits.</source>
        <translation>Setiap nomor KK tepat 16 angka.</translation>
    </message>
    <message>
        <source>Read it again from the family card.</source>
        <translation>Baca ulang dari kartu keluarga.</translation>
    </message>
    <message>
        <source>The family card number holds no calendar date</source>
        <translation>Nomor KK tidak memuat tanggal yang wajar</translation>
    </message>
    <message>
        <source>Digits 7 to 12 are usually its date of issue.</source>
        <translation>Angka ke-7 sampai ke-12 biasanya tanggal terbit.</translation>
    </message>
    <message>
        <source>Read it again from the family card, or give the reason.</source>
        <translation>Baca ulang dari kartu keluarga, atau tulis alasannya.</translation>
    </message>
    <message>
        <source>KPJ has {length} characters instead of 11</source>
        <translation>KPJ berisi {length} karakter, seharusnya 11</translation>
    </message>
    <message>
        <source>Every KPJ has exactly 11 digits or letters.</source>
        <translation>Setiap KPJ tepat 11 angka atau huruf.</translation>
    </message>
    <message>
        <source>Read it again, or scan the card.</source>
        <translation>Baca ulang, atau pindai kartunya.</translation>
    </message>
    <message>
        <source>KPJ contains letters</source>
        <translation>KPJ mengandung huruf</translation>
    </message>
    <message>
        <source>Old Jamsostek numbers may; new ones do not.</source>
        <translation>Nomor Jamsostek lama bisa begitu; nomor baru tidak.</translation>
    </message>
    <message>
        <source>Compare it with the old card, or give the reason.</source>
        <translation>Cocokkan dengan kartu lama, atau tulis alasannya.</translation>
    </message>
    <message>
        <source>This KPJ belongs to another person</source>
        <translation>KPJ ini milik orang lain</translation>
    </message>
    <message>
        <source>It is stored under another NIK: {nik}.</source>
        <translation>KPJ ini tercatat pada NIK lain: {nik}.</translation>
    </message>
    <message>
        <source>Check the number; one KPJ belongs to one person only.</source>
        <translation>Periksa nomornya; satu KPJ hanya untuk satu orang.</translation>
    </message>
    <message>
        <source>This person already has this KPJ</source>
        <translation>Orang ini sudah memiliki KPJ tersebut</translation>
    </message>
    <message>
        <source>A membership with this number is stored.</source>
        <translation>Kepesertaan dengan nomor ini sudah tersimpan.</translation>
    </message>
    <message>
        <source>Open that membership, or type another number.</source>
        <translation>Buka kepesertaan itu, atau ketik nomor lain.</translation>
    </message>
    <message>
        <source>Without a KPJ no card can be printed</source>
        <translation>Tanpa KPJ, kartu belum dapat dicetak</translation>
    </message>
    <message>
        <source>The membership is stored; the number follows later.</source>
        <translation>Kepesertaan disimpan; nomornya menyusul.</translation>
    </message>
    <message>
        <source>Tell the visitor when to come back for the card.</source>
        <translation>Beri tahu kapan kartu dapat diambil.</translation>
    </message>
    <message>
        <source>This KPJ lies in the branch&apos;s own number block</source>
        <translation>KPJ ini termasuk blok nomor cabang</translation>
    </message>
    <message>
        <source>The block gives its numbers in order; this one is not its turn.</source>
        <translation>Blok nomor dipakai berurutan; nomor ini belum gilirannya.</translation>
    </message>
    <message>
        <source>Take the next number from the block.</source>
        <translation>Ambil nomor berikutnya dari blok.</translation>
    </message>
    <message>
        <source>The branch has no KPJ number left</source>
        <translation>Blok nomor KPJ cabang sudah habis</translation>
    </message>
    <message>
        <source>All numbers allotted by the centre are used.</source>
        <translation>Semua nomor dari pusat sudah terpakai.</translation>
    </message>
    <message>
        <source>Choose “number follows later” and ask the centre for a new block.</source>
        <translation>Pilih “nomor menyusul” dan minta blok baru ke pusat.</translation>
    </message>
    <message>
        <source>Only {left} KPJ numbers left</source>
        <translation>Sisa {left} nomor KPJ</translation>
    </message>
    <message>
        <source>The branch&apos;s number block is nearly used up.</source>
        <translation>Blok nomor cabang hampir habis.</translation>
    </message>
    <message>
        <source>Tell the supervisor to ask the centre for a new block.</source>
        <translation>Beri tahu penyelia untuk meminta blok baru ke pusat.</translation>
    </message>
    <message>
        <source>NPP has {length} characters instead of 8</source>
        <translation>NPP berisi {length} karakter, seharusnya 8</translation>
    </message>
    <message>
        <source>Every NPP has exactly 8 digits or letters.</source>
        <translation>Setiap NPP tepat 8 angka atau huruf.</translation>
    </message>
    <message>
        <source>Type the company&apos;s name and take it from the list.</source>
        <translation>Ketik nama perusahaan lalu pilih dari daftar.</translation>
    </message>
    <message>
        <source>NPP contains letters</source>
        <translation>NPP mengandung huruf</translation>
    </message>
    <message>
        <source>Most company numbers are digits only.</source>
        <translation>Kebanyakan NPP hanya angka.</translation>
    </message>
    <message>
        <source>Compare it with the company&apos;s letter, or give the reason.</source>
        <translation>Cocokkan dengan surat perusahaan, atau tulis alasannya.</translation>
    </message>
    <message>
        <source>The company {npp} is not known here</source>
        <translation>Perusahaan {npp} belum dikenal di sini</translation>
    </message>
    <message>
        <source>The branch has no company stored under this NPP.</source>
        <translation>Belum ada perusahaan dengan NPP ini di cabang.</translation>
    </message>
    <message>
        <source>Check the NPP, or give the reason and go on with the name as typed.</source>
        <translation>Periksa NPP, atau tulis alasan dan lanjutkan dengan nama yang diketik.</translation>
    </message>
    <message>
        <source>Another name is stored for this NPP: {stored}</source>
        <translation>Nama lain tercatat untuk NPP ini: {stored}</translation>
    </message>
    <message>
        <source>The name on the form and the stored name differ.</source>
        <translation>Nama di formulir berbeda dengan yang tercatat.</translation>
    </message>
    <message>
        <source>Take the company from the list, or give the reason.</source>
        <translation>Pilih perusahaan dari daftar, atau tulis alasannya.</translation>
    </message>
    <message>
        <source>This segment has no company</source>
        <translation>Segmen ini tanpa perusahaan</translation>
    </message>
    <message>
        <source>Self-employed members register for themselves.</source>
        <translation>Peserta BPU mendaftar atas nama sendiri.</translation>
    </message>
    <message>
        <source>Clear the company, or choose another segment.</source>
        <translation>Kosongkan perusahaan, atau pilih segmen lain.</translation>
    </message>
    <message>
        <source>Division is longer than 10 characters</source>
        <translation>Divisi lebih dari 10 karakter</translation>
    </message>
    <message>
        <source>The central system keeps 10 characters.</source>
        <translation>Sistem pusat menyimpan 10 karakter.</translation>
    </message>
    <message>
        <source>Shorten it the way the company does.</source>
        <translation>Singkat seperti yang dipakai perusahaan.</translation>
    </message>
    <message>
        <source>NPWP has {length} digits</source>
        <translation>NPWP berisi {length} angka</translation>
    </message>
    <message>
        <source>An NPWP has 15 or 16 digits.</source>
        <translation>NPWP terdiri dari 15 atau 16 angka.</translation>
    </message>
    <message>
        <source>Read it again from the NPWP card, or leave it empty.</source>
        <translation>Baca ulang dari kartu NPWP, atau kosongkan.</translation>
    </message>
    <message>
        <source>The check digit of the NPWP does not fit</source>
        <translation>Angka pemeriksa NPWP tidak cocok</translation>
    </message>
    <message>
        <source>One digit is probably wrong.</source>
        <translation>Kemungkinan ada satu angka yang keliru.</translation>
    </message>
    <message>
        <source>The NPWP is a NIK, but another one</source>
        <translation>NPWP berupa NIK, tetapi berbeda</translation>
    </message>
    <message>
        <source>A 16-digit NPWP is the person&apos;s own NIK.</source>
        <translation>NPWP 16 angka sama dengan NIK orangnya.</translation>
    </message>
    <message>
        <source>Compare both with the KTP, or give the reason.</source>
        <translation>Cocokkan keduanya dengan KTP, atau tulis alasannya.</translation>
    </message>
    <message>
        <source>The phone number contains letters</source>
        <translation>Nomor HP mengandung huruf</translation>
    </message>
    <message>
        <source>A phone number has digits, and + at the beginning.</source>
        <translation>Nomor HP berisi angka, boleh diawali +.</translation>
    </message>
    <message>
        <source>Type it as 08… or +62…</source>
        <translation>Ketik dengan awalan 08… atau +62…</translation>
    </message>
    <message>
        <source>The phone number begins unusually</source>
        <translation>Awalan nomor HP tidak lazim</translation>
    </message>
    <message>
        <source>Mobile numbers here begin with 08 or +62 8.</source>
        <translation>Nomor HP di sini diawali 08 atau +62 8.</translation>
    </message>
    <message>
        <source>Read it back to the visitor, or give the reason.</source>
        <translation>Bacakan ulang kepada peserta, atau tulis alasannya.</translation>
    </message>
    <message>
        <source>Unusual length of the phone number</source>
        <translation>Panjang nomor HP tidak lazim</translation>
    </message>
    <message>
        <source>The card cannot show {characters}</source>
        <translation>Kartu tidak dapat mencetak {characters}</translation>
    </message>
    <message>
        <source>Work begins only in {days} days</source>
        <translation>Mulai kerja baru {days} hari lagi</translation>
    </message>
    <message>
        <source>A registration so far ahead is rare.</source>
        <translation>Pendaftaran sejauh itu jarang.</translation>
    </message>
    <message>
        <source>Work began {days} days ago</source>
        <translation>Mulai kerja sudah {days} hari yang lalu</translation>
    </message>
    <message>
        <source>{programmes} does not belong to segment {segment}</source>
        <translation>{programmes} bukan program segmen {segment}</translation>
    </message>
    <message>
        <source>Without {programmes}</source>
        <translation>Tanpa {programmes}</translation>
    </message>
    <message>
        <source>The segment normally includes it; small firms may leave some out.</source>
        <translation>Segmen ini lazimnya memuat program itu; usaha kecil boleh tidak ikut sebagian.</translation>
    </message>
    <message>
        <source>Add the programme, or give the reason.</source>
        <translation>Tambahkan programnya, atau tulis alasannya.</translation>
    </message>
    <message>
        <source>The rate of {programmes} is not certain</source>
        <translation>Tarif {programmes} belum pasti</translation>
    </message>
    <message>
        <source>No rate for {programmes} on this date</source>
        <translation>Tidak ada tarif {programmes} untuk tanggal ini</translation>
    </message>
    <message>
        <source>One person is stored once; the membership is added to the stored person.</source>
        <translation>Satu orang dicatat sekali; kepesertaan ditambahkan ke data yang ada.</translation>
    </message>
    <message>
        <source>Compare the stored data with the KTP.</source>
        <translation>Cocokkan data yang tersimpan dengan KTP.</translation>
    </message>
    <message>
        <source>Stored differently under this NIK: {fields}</source>
        <translation>Tersimpan berbeda pada NIK ini: {fields}</translation>
    </message>
    <message>
        <source>A mistyped NIK would give a stranger the membership.</source>
        <translation>NIK yang salah ketik memberi kepesertaan kepada orang lain.</translation>
    </message>
    <message>
        <source>Read the NIK again from the KTP, or give the reason.</source>
        <translation>Baca ulang NIK dari KTP, atau tulis alasannya.</translation>
    </message>
    <message>
        <source>Recorded as deceased on {on}</source>
        <translation>Tercatat meninggal pada {on}</translation>
    </message>
    <message>
        <source>Perhaps registered before, NIK {nik}</source>
        <translation>Mungkin sudah terdaftar, NIK {nik}</translation>
    </message>
    <message>
        <source>Already a member through this company since {since}</source>
        <translation>Sudah peserta melalui perusahaan ini sejak {since}</translation>
    </message>
    <message>
        <source>That membership is still active; a second one would be double.</source>
        <translation>Kepesertaan itu masih aktif; yang kedua akan ganda.</translation>
    </message>
    <message>
        <source>Print a card for that membership instead, or ask the supervisor.</source>
        <translation>Cetak kartu untuk kepesertaan itu, atau minta persetujuan penyelia.</translation>
    </message>
    <message>
        <source>A card was printed on {on}</source>
        <translation>Kartu sudah dicetak pada {on}</translation>
    </message>
    <message>
        <source>Ask where that card is; the supervisor approves another one.</source>
        <translation>Tanyakan kartu itu di mana; penyelia yang menyetujui kartu lagi.</translation>
    </message>
    <message>
        <source>Excel has cut digits of this number (cell {cell})</source>
        <translation>Excel memotong angka nomor ini (sel {cell})</translation>
    </message>
    <message>
        <source>Excel keeps 15 digits; the file shows {holds}, the rest is lost.</source>
        <translation>Excel hanya menyimpan 15 angka; berkas menunjukkan {holds}, sisanya hilang.</translation>
    </message>
    <message>
        <source>Type the number from the KTP, or ask the company for it as text.</source>
        <translation>Ketik nomornya dari KTP, atau minta perusahaan mengirimnya sebagai teks.</translation>
    </message>
    <message>
        <source>A zero in front of this number is probably lost (cell {cell})</source>
        <translation>Angka nol di depan nomor ini mungkin hilang (sel {cell})</translation>
    </message>
    <message>
        <source>The cell holds the number {holds}; Excel leaves out zeros in front.</source>
        <translation>Sel berisi bilangan {holds}; Excel membuang angka nol di depan.</translation>
    </message>
    <message>
        <source>Is it {proposal}? Then type it so, else type the right number.</source>
        <translation>Apakah {proposal}? Jika ya ketik demikian, jika tidak ketik nomor yang benar.</translation>
    </message>
    <message>
        <source>The formula in cell {cell} gives {holds}</source>
        <translation>Rumus pada sel {cell} menghasilkan {holds}</translation>
    </message>
    <message>
        <source>What it should say cannot be known from this file.</source>
        <translation>Isi yang dimaksud tidak dapat diketahui dari berkas ini.</translation>
    </message>
    <message>
        <source>Type what belongs there.</source>
        <translation>Ketik isi yang seharusnya.</translation>
    </message>
    <message>
        <source>The formula in cell {cell} has no value yet</source>
        <translation>Rumus pada sel {cell} belum ada hasilnya</translation>
    </message>
    <message>
        <source>The file was written by a program that does not reckon formulas.</source>
        <translation>Berkas ditulis oleh program yang tidak menghitung rumus.</translation>
    </message>
    <message>
        <source>Open the file in Excel, save it and choose it again, or type the value.</source>
        <translation>Buka berkas di Excel, simpan, lalu pilih lagi; atau ketik isinya.</translation>
    </message>
    <message>
        <source>Cell {cell} holds {holds}, which this field cannot take</source>
        <translation>Sel {cell} berisi {holds}, yang tidak cocok untuk isian ini</translation>
    </message>
    <message>
        <source>Excel has kept it as another kind of value.</source>
        <translation>Excel menyimpannya sebagai jenis isi yang lain.</translation>
    </message>
    <message>
        <source>This date can mean {first} or {second} (cell {cell})</source>
        <translation>Tanggal ini dapat berarti {first} atau {second} (sel {cell})</translation>
    </message>
    <message>
        <source>Dates in this column stand day first and month first.</source>
        <translation>Tanggal di kolom ini ada yang hari dulu dan ada yang bulan dulu.</translation>
    </message>
    <message>
        <source>Ask which one is meant and type it.</source>
        <translation>Tanyakan mana yang dimaksud, lalu ketik.</translation>
    </message>
    <message>
        <source>Read as {taken}, because the NIK says so (cell {cell})</source>
        <translation>Dibaca {taken}, sesuai NIK (sel {cell})</translation>
    </message>
    <message>
        <source>The file shows {holds}; other dates here stand month first too.</source>
        <translation>Berkas menunjukkan {holds}; tanggal lain di sini juga bulan dulu.</translation>
    </message>
    <message>
        <source>Nothing has to be done.</source>
        <translation>Tidak perlu tindakan.</translation>
    </message>
    <message>
        <source>Filled in from the NIK: {taken}</source>
        <translation>Diisi dari NIK: {taken}</translation>
    </message>
    <message>
        <source>The file says nothing here.</source>
        <translation>Berkas tidak menyebutnya.</translation>
    </message>
    <message>
        <source>Membership from {taken}, the day the list was read</source>
        <translation>Kepesertaan mulai {taken}, hari daftar dibaca</translation>
    </message>
    <message>
        <source>The list has no column for the start date.</source>
        <translation>Daftar tidak mempunyai kolom tanggal mulai.</translation>
    </message>
    <message>
        <source>Type another date where it began earlier.</source>
        <translation>Ketik tanggal lain bila mulai lebih awal.</translation>
    </message>
    <message>
        <source>The district “{holds}” was not found</source>
        <translation>Kecamatan “{holds}” tidak ditemukan</translation>
    </message>
    <message>
        <source>No district has this name there, or several have it.</source>
        <translation>Tidak ada kecamatan bernama itu di sana, atau ada beberapa.</translation>
    </message>
    <message>
        <source>Type its name with the city, or give the reason to store it without.</source>
        <translation>Ketik namanya beserta kota/kabupaten, atau beri alasan untuk menyimpan tanpa kecamatan.</translation>
    </message>
    <message>
        <source>This row is of another company: NPP {npp}</source>
        <translation>Baris ini milik perusahaan lain: NPP {npp}</translation>
    </message>
    <message>
        <source>The list is read for the company {company}.</source>
        <translation>Daftar ini dibaca untuk perusahaan {company}.</translation>
    </message>
    <message>
        <source>Leave the row out, or correct its NPP.</source>
        <translation>Lewati baris ini, atau perbaiki NPP-nya.</translation>
    </message>
    <message>
        <source>The same NIK stands in row {row}</source>
        <translation>NIK yang sama ada di baris {row}</translation>
    </message>
    <message>
        <source>A NIK belongs to one person only.</source>
        <translation>Satu NIK hanya milik satu orang.</translation>
    </message>
    <message>
        <source>Leave one of the two rows out, or correct the NIK.</source>
        <translation>Lewati salah satu baris, atau perbaiki NIK-nya.</translation>
    </message>
    <message>
        <source>The same KPJ stands in row {row}</source>
        <translation>KPJ yang sama ada di baris {row}</translation>
    </message>
    <message>
        <source>A KPJ belongs to one person only.</source>
        <translation>Satu KPJ hanya milik satu orang.</translation>
    </message>
    <message>
        <source>Correct the KPJ of one of the two rows.</source>
        <translation>Perbaiki KPJ salah satu baris.</translation>
    </message>
    <message>
        <source>Perhaps the same person as in row {row} ({percent}% alike)</source>
        <translation>Mungkin orang yang sama dengan baris {row} (mirip {percent}%)</translation>
    </message>
    <message>
        <source>Name and birth date are nearly the same, the NIK is another.</source>
        <translation>Nama dan tanggal lahir hampir sama, NIK berbeda.</translation>
    </message>
    <message>
        <source>Leave one of the two rows out, or give the reason.</source>
        <translation>Lewati salah satu baris, atau beri alasannya.</translation>
    </message>
    <message>
        <source>Nobody with this NIK is stored here</source>
        <translation>NIK ini belum tercatat di cabang</translation>
    </message>
    <message>
        <source>The number belongs to a member who was not registered at this branch.</source>
        <translation>Nomor ini milik peserta yang tidak didaftarkan di cabang ini.</translation>
    </message>
    <message>
        <source>Check the NIK, or register the worker first.</source>
        <translation>Periksa NIK, atau daftarkan dulu pekerjanya.</translation>
    </message>
    <message>
        <source>No membership of this person in company {npp}</source>
        <translation>Tidak ada kepesertaan orang ini di perusahaan {npp}</translation>
    </message>
    <message>
        <source>The person is stored, but not as a worker of this company.</source>
        <translation>Orangnya tercatat, tetapi bukan sebagai pekerja perusahaan ini.</translation>
    </message>
    <message>
        <source>Check the NPP, or register the membership first.</source>
        <translation>Periksa NPP, atau daftarkan dulu kepesertaannya.</translation>
    </message>
    <message>
        <source>The membership already has the number {kpj}</source>
        <translation>Kepesertaan ini sudah bernomor {kpj}</translation>
    </message>
    <message>
        <source>A number that was given is never changed by a list.</source>
        <translation>Nomor yang sudah diberikan tidak diubah oleh daftar.</translation>
    </message>
    <message>
        <source>Compare with the list of the centre, and leave the row out.</source>
        <translation>Cocokkan dengan daftar dari pusat, lalu tinggalkan baris ini.</translation>
    </message>
    <message>
        <source>{count} memberships of this person wait for a number</source>
        <translation>{count} kepesertaan orang ini menunggu nomor</translation>
    </message>
    <message>
        <source>The list does not say for which of them the number is.</source>
        <translation>Daftar tidak menyebut nomor ini untuk kepesertaan yang mana.</translation>
    </message>
    <message>
        <source>Read the list with its company chosen, or ask the centre.</source>
        <translation>Baca daftar dengan memilih perusahaannya, atau tanyakan ke pusat.</translation>
    </message>
    <message>
        <source>Page {page} is too dark to read</source>
        <translation>Halaman {page} terlalu gelap untuk dibaca</translation>
    </message>
    <message>
        <source>Whoever needs this paper later has only the scan.</source>
        <translation>Siapa pun yang nanti memerlukan dokumen ini hanya punya pindaiannya.</translation>
    </message>
    <message>
        <source>Scan it lighter while the paper still lies here.</source>
        <translation>Pindai lebih terang selagi kertasnya masih di sini.</translation>
    </message>
    <message>
        <source>Hardly anything is to be seen on page {page}</source>
        <translation>Hampir tidak ada yang terlihat di halaman {page}</translation>
    </message>
    <message>
        <source>The paper lay the wrong way up, or it is very pale.</source>
        <translation>Kertasnya terbalik, atau tulisannya sangat pudar.</translation>
    </message>
    <message>
        <source>Turn it over and scan it again.</source>
        <translation>Balik kertasnya, lalu pindai lagi.</translation>
    </message>
    <message>
        <source>Page {page} is blurred</source>
        <translation>Halaman {page} kabur</translation>
    </message>
    <message>
        <source>Small print and numbers cannot be read any more.</source>
        <translation>Huruf kecil dan angka tidak bisa dibaca lagi.</translation>
    </message>
    <message>
        <source>Hold still, or lay it flat, and scan it again.</source>
        <translation>Letakkan rata dan jangan goyang, lalu pindai lagi.</translation>
    </message>
    <message>
        <source>Page {page} has only {width} × {height} pixels</source>
        <translation>Halaman {page} hanya {width} × {height} piksel</translation>
    </message>
    <message>
        <source>Scan it at 300 dots an inch.</source>
        <translation>Pindai dengan 300 dpi.</translation>
    </message>
    <message>
        <source>Mobile numbers here have 10 to 13 digits.</source>
        <translation>Nomor HP di sini 10 sampai 13 angka.</translation>
    </message>
    <message>
        <source>This does not look like an e-mail address</source>
        <translation>Ini tidak seperti alamat e-mail</translation>
    </message>
    <message>
        <source>An address has one @ and a domain such as gmail.com.</source>
        <translation>Alamat memiliki satu @ dan domain, misalnya gmail.com.</translation>
    </message>
    <message>
        <source>The postal code does not have 5 digits</source>
        <translation>Kode pos bukan 5 angka</translation>
    </message>
    <message>
        <source>Every postal code has five digits.</source>
        <translation>Setiap kode pos lima angka.</translation>
    </message>
    <message>
        <source>Correct it, or leave it empty.</source>
        <translation>Perbaiki, atau kosongkan.</translation>
    </message>
    <message>
        <source>{length} characters; {longest} fit</source>
        <translation>{length} karakter; paling banyak {longest}</translation>
    </message>
    <message>
        <source>The central system keeps {longest} characters.</source>
        <translation>Sistem pusat menyimpan {longest} karakter.</translation>
    </message>
    <message>
        <source>Shorten it as on the KTP.</source>
        <translation>Singkat seperti di KTP.</translation>
    </message>
    <message>
        <source>The name contains “{character}”</source>
        <translation>Nama mengandung “{character}”</translation>
    </message>
    <message>
        <source>Names have letters, spaces, apostrophes, hyphens and full stops.</source>
        <translation>Nama berisi huruf, spasi, apostrof, tanda hubung, dan titik.</translation>
    </message>
    <message>
        <source>Take the character out.</source>
        <translation>Hapus karakter itu.</translation>
    </message>
    <message>
        <source>The name contains an invisible character ({code})</source>
        <translation>Nama mengandung karakter tak terlihat ({code})</translation>
    </message>
    <message>
        <source>It comes with text that was copied from elsewhere.</source>
        <translation>Karakter ini terbawa saat menyalin teks.</translation>
    </message>
    <message>
        <source>Type the name again by hand.</source>
        <translation>Ketik ulang namanya.</translation>
    </message>
    <message>
        <source>The card&apos;s font has no such character.</source>
        <translation>Huruf kartu tidak memiliki karakter itu.</translation>
    </message>
    <message>
        <source>Write it as on the KTP, in plain letters.</source>
        <translation>Tulis seperti di KTP, dengan huruf biasa.</translation>
    </message>
    <message>
        <source>The text does not fit on the card</source>
        <translation>Teks tidak muat di kartu</translation>
    </message>
    <message>
        <source>Even the smallest allowed letters are too wide.</source>
        <translation>Huruf terkecil yang diizinkan pun masih terlalu lebar.</translation>
    </message>
    <message>
        <source>The field keeps {longest} characters.</source>
        <translation>Isian ini menyimpan {longest} karakter.</translation>
    </message>
    <message>
        <source>Shorten it.</source>
        <translation>Singkat isinya.</translation>
    </message>
    <message>
        <source>This is no date</source>
        <translation>Ini bukan tanggal</translation>
    </message>
    <message>
        <source>Dates are typed as day, month, year: 17081995.</source>
        <translation>Tanggal diketik hari, bulan, tahun: 17081995.</translation>
    </message>
    <message>
        <source>Type it again with eight digits.</source>
        <translation>Ketik ulang dengan delapan angka.</translation>
    </message>
    <message>
        <source>The birth date lies in the future</source>
        <translation>Tanggal lahir belum terjadi</translation>
    </message>
    <message>
        <source>Nobody is born after today.</source>
        <translation>Tidak ada yang lahir setelah hari ini.</translation>
    </message>
    <message>
        <source>Check the year.</source>
        <translation>Periksa tahunnya.</translation>
    </message>
    <message>
        <source>Work began before birth</source>
        <translation>Mulai kerja sebelum lahir</translation>
    </message>
    <message>
        <source>One of the two dates is wrong.</source>
        <translation>Salah satu dari dua tanggal itu keliru.</translation>
    </message>
    <message>
        <source>Check both dates.</source>
        <translation>Periksa kedua tanggal.</translation>
    </message>
    <message>
        <source>Check the year, or give the reason.</source>
        <translation>Periksa tahunnya, atau tulis alasannya.</translation>
    </message>
    <message>
        <source>That is long ago for a new registration.</source>
        <translation>Itu sudah lama untuk pendaftaran baru.</translation>
    </message>
    <message>
        <source>This choice does not exist</source>
        <translation>Pilihan ini tidak ada</translation>
    </message>
    <message>
        <source>It is not in the list of this field.</source>
        <translation>Pilihan ini tidak ada dalam daftar.</translation>
    </message>
    <message>
        <source>Choose from the list.</source>
        <translation>Pilih dari daftar.</translation>
    </message>
    <message>
        <source>The wage is not a number</source>
        <translation>Upah bukan angka</translation>
    </message>
    <message>
        <source>The wage is whole rupiah a month.</source>
        <translation>Upah dalam rupiah utuh per bulan.</translation>
    </message>
    <message>
        <source>Type digits only, dots are fine: 4.961.753</source>
        <translation>Ketik angka saja, boleh dengan titik: 4.961.753</translation>
    </message>
    <message>
        <source>The wage is zero</source>
        <translation>Upah nol</translation>
    </message>
    <message>
        <source>Contributions are computed from the wage.</source>
        <translation>Iuran dihitung dari upah.</translation>
    </message>
    <message>
        <source>Ask for the wage, or give the reason.</source>
        <translation>Tanyakan upahnya, atau tulis alasannya.</translation>
    </message>
    <message>
        <source>An unusual wage</source>
        <translation>Upah tidak lazim</translation>
    </message>
    <message>
        <source>Rp {wage} a month is far from what is usual.</source>
        <translation>Rp {wage} sebulan jauh dari yang lazim.</translation>
    </message>
    <message>
        <source>Count the zeros, or give the reason.</source>
        <translation>Hitung nolnya, atau tulis alasannya.</translation>
    </message>
    <message>
        <source>This region is not in the list</source>
        <translation>Wilayah ini tidak ada dalam daftar</translation>
    </message>
    <message>
        <source>The list holds provinces, regencies and districts with their Kemendagri codes.</source>
        <translation>Daftar memuat provinsi, kabupaten/kota, dan kecamatan menurut kode Kemendagri.</translation>
    </message>
    <message>
        <source>Choose the region from the list.</source>
        <translation>Pilih wilayah dari daftar.</translation>
    </message>
    <message>
        <source>Each segment has its own programmes.</source>
        <translation>Setiap segmen punya program sendiri.</translation>
    </message>
    <message>
        <source>Take the programme out, or choose another segment.</source>
        <translation>Hapus programnya, atau pilih segmen lain.</translation>
    </message>
    <message>
        <source>The reference table marks it as likely only.</source>
        <translation>Tabel tarif menandainya sebagai perkiraan.</translation>
    </message>
    <message>
        <source>Do not promise the amount to the visitor.</source>
        <translation>Jangan menjanjikan jumlahnya kepada peserta.</translation>
    </message>
    <message>
        <source>The reference table ends before or begins after it.</source>
        <translation>Tabel tarif tidak mencakup tanggal itu.</translation>
    </message>
    <message>
        <source>Tell the administrator; the registration can go on.</source>
        <translation>Beri tahu administrator; pendaftaran boleh dilanjutkan.</translation>
    </message>
    <message>
        <source>This NIK is already registered</source>
        <translation>NIK ini sudah terdaftar</translation>
    </message>
    <message>
        <source>No card and no change is possible any more.</source>
        <translation>Tidak ada kartu dan perubahan data lagi.</translation>
    </message>
    <message>
        <source>Compare the papers and ask the supervisor.</source>
        <translation>Cocokkan berkas dan tanyakan kepada penyelia.</translation>
    </message>
    <message>
        <source>The birth date fits and the names are {percent} % alike.</source>
        <translation>Tanggal lahir cocok dan nama {percent} % mirip.</translation>
    </message>
    <message>
        <source>Compare both and decide: same person or another.</source>
        <translation>Bandingkan keduanya dan putuskan: orang yang sama atau berbeda.</translation>
    </message>
    <message>
        <source>Receipt {receipt}, taken by {collector}. Asked for {days} days.</source>
        <translation>Tanda terima {receipt}, diambil oleh {collector}. Ditanyakan selama {days} hari.</translation>
    </message>
    <message>
        <source>This card was printed on {on}</source>
        <translation>Kartu ini sudah dicetak pada {on}</translation>
    </message>
    <message>
        <source>Receipt {receipt}, taken by {collector}. Another one is a reprint.</source>
        <translation>Tanda terima {receipt}, diambil oleh {collector}. Satu lagi berarti cetak ulang.</translation>
    </message>
    <message>
        <source>Leave it out, or have the supervisor approve the reprint.</source>
        <translation>Keluarkan dari batch, atau minta penyelia menyetujui cetak ulang.</translation>
    </message>
    <message>
        <source>An earlier card is not answered yet ({counter})</source>
        <translation>Kartu sebelumnya belum dijawab ({counter})</translation>
    </message>
    <message>
        <source>Nobody has said whether it came out: a second one could be printed.</source>
        <translation>Belum ada yang memastikan kartunya keluar: bisa tercetak dua kali.</translation>
    </message>
    <message>
        <source>Answer for that card first, or leave this one out.</source>
        <translation>Jawab dahulu kartu itu, atau keluarkan yang ini dari batch.</translation>
    </message>
    <message>
        <source>A card of this member already waits at {counter}</source>
        <translation>Kartu peserta ini sudah menunggu di {counter}</translation>
    </message>
    <message>
        <source>The same card would be printed in two places.</source>
        <translation>Kartu yang sama akan dicetak di dua tempat.</translation>
    </message>
    <message>
        <source>Print or give up that card there, or leave this one out.</source>
        <translation>Cetak atau batalkan kartu itu di sana, atau keluarkan yang ini dari batch.</translation>
    </message>
    <message>
        <source>The document has not been compared</source>
        <translation>Dokumen belum dicocokkan</translation>
    </message>
    <message>
        <source>Somebody has to look at the paper and at the person.</source>
        <translation>Dokumen harus dicocokkan dengan orangnya.</translation>
    </message>
    <message>
        <source>Choose the document that was shown and tick it off.</source>
        <translation>Pilih dokumen yang ditunjukkan lalu centang.</translation>
    </message>
    <message>
        <source>the member</source>
        <translation>peserta sendiri</translation>
    </message>
    <message>
        <source>none written</source>
        <translation>belum dibuat</translation>
    </message>
</context>
<context>
    <name>FirstStart</name>
    <message>
        <source>Loket recovery code</source>
        <translation>Kode pemulihan Loket</translation>
    </message>
    <message>
        <source>Founding the branch …</source>
        <translation>Mendirikan kantor cabang …</translation>
    </message>
    <message>
        <source>Print the code or save it as PDF first.</source>
        <translation>Cetak kode atau simpan sebagai PDF dahulu.</translation>
    </message>
    <message>
        <source>Save the recovery code</source>
        <translation>Simpan kode pemulihan</translation>
    </message>
    <message>
        <source>Backing up …</source>
        <translation>Mencadangkan …</translation>
    </message>
    <message>
        <source>The branch is ready</source>
        <translation>Kantor cabang siap</translation>
    </message>
    <message>
        <source>Sign in now and add the officers in the room Officers.</source>
        <translation>Masuk sekarang dan tambahkan petugas di ruang Petugas.</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Cadangan</translation>
    </message>
    <message>
        <source>None yet: choose a folder in the room Backup</source>
        <translation>Belum ada: pilih folder di ruang Cadangan</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>Kantor cabang</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Loket</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administrator</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>Kode pemulihan</translation>
    </message>
    <message>
        <source>On paper, read back</source>
        <translation>Di kertas, sudah dibaca ulang</translation>
    </message>
    <message>
        <source>Card printer</source>
        <translation>Printer kartu</translation>
    </message>
    <message>
        <source>PDF files</source>
        <translation>Berkas PDF</translation>
    </message>
</context>
<context>
    <name>FirstStartPage</name>
    <message>
        <source>First start</source>
        <translation>Penyiapan pertama</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>Kantor cabang</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administrator</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>Kode pemulihan</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Cadangan</translation>
    </message>
    <message>
        <source>Card printer</source>
        <translation>Printer kartu</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Selesai</translation>
    </message>
</context>
<context>
    <name>HandOverForm</name>
    <message>
        <source>Who takes the cards?</source>
        <translation>Siapa yang mengambil kartu?</translation>
    </message>
    <message>
        <source>Name of the collector</source>
        <translation>Nama pengambil</translation>
    </message>
    <message>
        <source>Document shown</source>
        <translation>Dokumen yang ditunjukkan</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Dokumen</translation>
    </message>
    <message>
        <source>Last 4 characters</source>
        <translation>4 karakter akhir</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Serahkan</translation>
    </message>
    <message>
        <source>Write who takes the cards.</source>
        <translation>Tulis siapa yang mengambil kartu.</translation>
    </message>
    <message>
        <source>Type at least the last 4 characters of its number.</source>
        <translation>Ketik sedikitnya 4 karakter terakhir nomornya.</translation>
    </message>
</context>
<context>
    <name>HoldsPage</name>
    <message>
        <source>Legal holds</source>
        <translation>Tahan data</translation>
    </message>
    <message>
        <source>Holds that stand</source>
        <translation>Data yang ditahan</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Sejak</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>No record is held. Look a person up at the right to hold theirs.</source>
        <translation>Tidak ada data yang ditahan. Cari seseorang di sebelah kanan untuk menahan datanya.</translation>
    </message>
    <message>
        <source>Lift the hold</source>
        <translation>Lepaskan</translation>
    </message>
    <message>
        <source>NIK, KPJ or name</source>
        <translation>NIK, KPJ, atau nama</translation>
    </message>
    <message>
        <source>People found</source>
        <translation>Orang yang ditemukan</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Lahir</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Nobody is looked up yet.</source>
        <translation>Belum ada yang dicari.</translation>
    </message>
    <message>
        <source>Reason of the hold</source>
        <translation>Alasan penahanan</translation>
    </message>
    <message>
        <source>For example the number of the case</source>
        <translation>Misalnya nomor perkara</translation>
    </message>
    <message>
        <source>Hold this person&apos;s records</source>
        <translation>Tahan data orang ini</translation>
    </message>
    <message>
        <source>The branch knows nobody of that number or name.</source>
        <translation>Nomor atau nama itu tidak dikenal di cabang ini.</translation>
    </message>
    <message>
        <source>Held: nothing of this person is erased until the hold is lifted.</source>
        <translation>Ditahan: data orang ini tidak dihapus sampai dilepaskan.</translation>
    </message>
    <message>
        <source>The hold is lifted.</source>
        <translation>Penahanan dilepaskan.</translation>
    </message>
    <message>
        <source>Hold a person&apos;s records</source>
        <translation>Tahan data seseorang</translation>
    </message>
</context>
<context>
    <name>InputPage</name>
    <message>
        <source>Save draft</source>
        <translation>Simpan draf</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>Check data</source>
        <translation>Periksa data</translation>
    </message>
    <message>
        <source>from the NIK</source>
        <translation>dari NIK</translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation>Memeriksa …</translation>
    </message>
    <message>
        <source>Identity as on the KTP, and contact</source>
        <translation>Identitas sesuai KTP, dan kontak</translation>
    </message>
    <message>
        <source>Membership</source>
        <translation>Kepesertaan</translation>
    </message>
    <message>
        <source>{count} to correct</source>
        <translation>{count} perlu diperbaiki</translation>
    </message>
    <message>
        <source>{count} to explain</source>
        <translation>{count} perlu alasan</translation>
    </message>
</context>
<context>
    <name>InputPresenter</name>
    <message>
        <source>The scanned number went into the NIK. Ctrl+Z there takes it back.</source>
        <translation>Nomor hasil pindai masuk ke isian NIK. Ctrl+Z di sana mengembalikannya.</translation>
    </message>
    <message>
        <source>The scanned number went into the KPJ.</source>
        <translation>Nomor hasil pindai masuk ke isian KPJ.</translation>
    </message>
    <message>
        <source>The scan is neither a NIK nor a KPJ; nothing was filled in.</source>
        <translation>Hasil pindai bukan NIK dan bukan KPJ; tidak ada yang diisi.</translation>
    </message>
    <message>
        <source>Saved as draft {time}</source>
        <translation>Tersimpan sebagai draf {time}</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Belum tersimpan</translation>
    </message>
</context>
<context>
    <name>InsideStep</name>
    <message>
        <source>What is inside</source>
        <translation>Isi cadangan</translation>
    </message>
    <message>
        <source>The backup was opened and found whole. Nothing has been replaced yet.</source>
        <translation>Cadangan sudah dibuka dan utuh. Belum ada yang diganti.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Pulihkan</translation>
    </message>
    <message>
        <source>In the backup</source>
        <translation>Di dalam cadangan</translation>
    </message>
    <message>
        <source>I have compared both and want this backup</source>
        <translation>Saya sudah membandingkan keduanya dan memilih cadangan ini</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>belum ada</translation>
    </message>
    <message>
        <source>{members} members, {memberships} memberships, {visits} visits, {cards} cards, {entries} journal entries</source>
        <translation>{members} peserta, {memberships} kepesertaan, {visits} kunjungan, {cards} kartu, {entries} entri jurnal</translation>
    </message>
    <message>
        <source>Branch and counter</source>
        <translation>Kantor cabang dan loket</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Dibuat</translation>
    </message>
    <message>
        <source>Last visit</source>
        <translation>Kunjungan terakhir</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Isi</translation>
    </message>
    <message>
        <source>Officers</source>
        <translation>Petugas</translation>
    </message>
    <message>
        <source>All is whole but {count} scans, which are missing or damaged.</source>
        <translation>Semua utuh, kecuali {count} pindaian yang hilang atau rusak.</translation>
    </message>
    <message>
        <source>What stands here now is kept in the folder “salinan” beside the data.</source>
        <translation>Isi komputer ini sekarang disimpan di folder “salinan” di samping data.</translation>
    </message>
    <message>
        <source>This PC holds no branch yet</source>
        <translation>Komputer ini belum berisi kantor cabang</translation>
    </message>
    <message>
        <source>Nothing is replaced.</source>
        <translation>Tidak ada yang diganti.</translation>
    </message>
    <message>
        <source>The same as on this PC</source>
        <translation>Sama dengan isi komputer ini</translation>
    </message>
    <message>
        <source>Newer than what stands on this PC</source>
        <translation>Lebih baru daripada isi komputer ini</translation>
    </message>
    <message>
        <source>{count} journal entries come back. {kept}</source>
        <translation>{count} entri jurnal kembali. {kept}</translation>
    </message>
    <message>
        <source>Older than what stands on this PC</source>
        <translation>Lebih lama daripada isi komputer ini</translation>
    </message>
    <message>
        <source>{count} journal entries and all they tell of came later and will go. {kept}</source>
        <translation>{count} entri jurnal dan semua yang tercatat sesudahnya akan hilang. {kept}</translation>
    </message>
    <message>
        <source>This backup and this PC went different ways</source>
        <translation>Cadangan ini dan komputer ini berbeda jalan</translation>
    </message>
    <message>
        <source>Both go back to the same branch, but one went on from an earlier restore. What only this PC has will be missing. {kept}</source>
        <translation>Keduanya dari kantor cabang yang sama, tetapi salah satu berlanjut dari pemulihan terdahulu. Yang hanya ada di komputer ini akan hilang. {kept}</translation>
    </message>
    <message>
        <source>What stands on this PC cannot be read</source>
        <translation>Isi komputer ini tidak terbaca</translation>
    </message>
    <message>
        <source>Nobody can say which of the two is newer. {kept}</source>
        <translation>Tidak dapat dipastikan mana yang lebih baru. {kept}</translation>
    </message>
    <message>
        <source>This is the backup of another branch</source>
        <translation>Ini cadangan kantor cabang lain</translation>
    </message>
    <message>
        <source>The branch that stands on this PC would be replaced by it. {kept}</source>
        <translation>Kantor cabang di komputer ini akan diganti olehnya. {kept}</translation>
    </message>
</context>
<context>
    <name>JournalPage</name>
    <message>
        <source>Journal</source>
        <translation>Jurnal</translation>
    </message>
    <message>
        <source>From day (ddmmyyyy)</source>
        <translation>Dari tanggal (hhbbtttt)</translation>
    </message>
    <message>
        <source>Until day</source>
        <translation>Sampai tanggal</translation>
    </message>
    <message>
        <source>Officer</source>
        <translation>Petugas</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Tindakan</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Cari</translation>
    </message>
    <message>
        <source>Check the chain</source>
        <translation>Periksa rantai</translation>
    </message>
    <message>
        <source>Data of this person</source>
        <translation>Data orang ini</translation>
    </message>
    <message>
        <source>Who saw whom</source>
        <translation>Siapa melihat siapa</translation>
    </message>
    <message>
        <source>Result of the check</source>
        <translation>Hasil pemeriksaan</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Waktu</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Uraian</translation>
    </message>
    <message>
        <source>Persons</source>
        <translation>Orang</translation>
    </message>
    <message>
        <source>Nothing was found. Widen the days, or choose another officer or action.</source>
        <translation>Tidak ada yang ditemukan. Perluas tanggal, atau pilih petugas atau tindakan lain.</translation>
    </message>
    <message>
        <source>Day, month and year, such as 20112026</source>
        <translation>Tanggal, bulan, dan tahun, misalnya 20112026</translation>
    </message>
    <message>
        <source>Before the first day</source>
        <translation>Sebelum tanggal pertama</translation>
    </message>
    <message>
        <source>Anybody</source>
        <translation>Siapa saja</translation>
    </message>
    <message>
        <source>Searching …</source>
        <translation>Mencari …</translation>
    </message>
    <message>
        <source>Choose the person first</source>
        <translation>Pilih orangnya dahulu</translation>
    </message>
    <message>
        <source>Writing …</source>
        <translation>Menulis …</translation>
    </message>
    <message>
        <source>Written as PDF and workbook: {file}</source>
        <translation>Ditulis sebagai PDF dan buku kerja: {file}</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Buka folder</translation>
    </message>
    <message>
        <source>Checking the chain of the journal</source>
        <translation>Memeriksa rantai jurnal</translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation>Memeriksa …</translation>
    </message>
    <message>
        <source>All that showed somebody</source>
        <translation>Semua yang melihat data orang</translation>
    </message>
    <message>
        <source>All that changed somebody&apos;s data</source>
        <translation>Semua yang mengubah data orang</translation>
    </message>
    <message>
        <source>All that left the program</source>
        <translation>Semua yang keluar dari program</translation>
    </message>
    <message>
        <source>Any action</source>
        <translation>Semua tindakan</translation>
    </message>
    <message>
        <source>Entry {number}</source>
        <translation>Entri {number}</translation>
    </message>
    <message>
        <source>Persons, by their number here: {persons}</source>
        <translation>Orang, menurut nomornya di sini: {persons}</translation>
    </message>
    <message>
        <source>Hash {sha}…</source>
        <translation>Hash {sha}…</translation>
    </message>
    <message>
        <source>The entry</source>
        <translation>Entri</translation>
    </message>
</context>
<context>
    <name>KeyCap</name>
    <message>
        <source>Space</source>
        <translation>Spasi</translation>
    </message>
</context>
<context>
    <name>KeyCard</name>
    <message>
        <source>Keys</source>
        <translation>Tombol</translation>
    </message>
    <message>
        <source>Back to work</source>
        <translation>Kembali bekerja</translation>
    </message>
</context>
<context>
    <name>KeyStep</name>
    <message>
        <source>Opened by</source>
        <translation>Dibuka dengan</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>Kode pemulihan</translation>
    </message>
    <message>
        <source>All seven groups from the paper in the safe; it can also be scanned there.</source>
        <translation>Ketujuh kelompok dari lembar di brankas; dapat juga dipindai dari lembar itu.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Kata sandi</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>This key card</source>
        <translation>Daftar tombol ini</translation>
    </message>
    <message>
        <source>Find a person: NIK, KPJ or name</source>
        <translation>Cari orang: NIK, KPJ, atau nama</translation>
    </message>
    <message>
        <source>First room; Ctrl 2, 3, 4 the others</source>
        <translation>Ruang pertama; Ctrl 2, 3, 4 ruang lain</translation>
    </message>
    <message>
        <source>Next visitor</source>
        <translation>Pengunjung berikutnya</translation>
    </message>
    <message>
        <source>Take up a visit put aside</source>
        <translation>Lanjutkan kunjungan yang disisihkan</translation>
    </message>
    <message>
        <source>Lock the counter, or change officer</source>
        <translation>Kunci loket, atau ganti petugas</translation>
    </message>
    <message>
        <source>Show the password being typed</source>
        <translation>Lihat kata sandi yang sedang diketik</translation>
    </message>
    <message>
        <source>Show the masked number of the selected row</source>
        <translation>Tampilkan nomor tersamar pada baris terpilih</translation>
    </message>
    <message>
        <source>Undo, for ten seconds</source>
        <translation>Urungkan, selama sepuluh detik</translation>
    </message>
    <message>
        <source>Open the folder of the file just written</source>
        <translation>Buka folder berkas yang baru ditulis</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>Mundur satu langkah</translation>
    </message>
    <message>
        <source>Next field; on the last one: go on</source>
        <translation>Isian berikutnya; di isian terakhir: lanjut</translation>
    </message>
    <message>
        <source>Go on to the next step</source>
        <translation>Lanjut ke langkah berikutnya</translation>
    </message>
    <message>
        <source>To the field of this finding</source>
        <translation>Ke isian temuan ini</translation>
    </message>
    <message>
        <source>Compare possible duplicates</source>
        <translation>Bandingkan kemungkinan ganda</translation>
    </message>
    <message>
        <source>It is the same person</source>
        <translation>Orang yang sama</translation>
    </message>
    <message>
        <source>It is another person</source>
        <translation>Orang yang berbeda</translation>
    </message>
    <message>
        <source>Put aside as a draft</source>
        <translation>Simpan sebagai draf</translation>
    </message>
    <message>
        <source>Card at true size</source>
        <translation>Kartu ukuran sebenarnya</translation>
    </message>
    <message>
        <source>Print the card</source>
        <translation>Cetak kartu</translation>
    </message>
    <message>
        <source>The card came out well</source>
        <translation>Kartu keluar, baik</translation>
    </message>
    <message>
        <source>The card came out spoiled</source>
        <translation>Kartu keluar, rusak</translation>
    </message>
    <message>
        <source>The card did not come out</source>
        <translation>Kartu tidak keluar</translation>
    </message>
    <message>
        <source>Give up the selected card</source>
        <translation>Batalkan kartu yang dipilih</translation>
    </message>
    <message>
        <source>Pause the batch</source>
        <translation>Jeda batch</translation>
    </message>
    <message>
        <source>Batches, or single cards</source>
        <translation>Batch, atau kartu satuan</translation>
    </message>
    <message>
        <source>Mark a card that is not good</source>
        <translation>Tandai kartu yang tidak baik</translation>
    </message>
    <message>
        <source>Print earlier</source>
        <translation>Cetak lebih awal</translation>
    </message>
    <message>
        <source>Print later</source>
        <translation>Cetak lebih akhir</translation>
    </message>
    <message>
        <source>Print before all others</source>
        <translation>Cetak paling dahulu</translation>
    </message>
    <message>
        <source>Print the batch at a set time</source>
        <translation>Cetak batch pada jam tertentu</translation>
    </message>
    <message>
        <source>Cancel what is not printed yet</source>
        <translation>Batalkan yang belum dicetak</translation>
    </message>
    <message>
        <source>Temporary cards on A4, while the printer is down</source>
        <translation>Kartu sementara di A4, selama printer rusak</translation>
    </message>
    <message>
        <source>The day before</source>
        <translation>Hari sebelumnya</translation>
    </message>
    <message>
        <source>The day after</source>
        <translation>Hari berikutnya</translation>
    </message>
    <message>
        <source>A new company</source>
        <translation>Perusahaan baru</translation>
    </message>
    <message>
        <source>Read a company&apos;s list of workers</source>
        <translation>Baca daftar pekerja perusahaan</translation>
    </message>
    <message>
        <source>Read a list of KPJ numbers given</source>
        <translation>Baca daftar nomor KPJ dari pusat</translation>
    </message>
    <message>
        <source>Go on with a list put aside</source>
        <translation>Lanjutkan daftar yang ditunda</translation>
    </message>
    <message>
        <source>Which column holds what</source>
        <translation>Kolom mana berisi apa</translation>
    </message>
    <message>
        <source>Next row that needs a hand</source>
        <translation>Baris berikutnya yang perlu dibenahi</translation>
    </message>
    <message>
        <source>All rows</source>
        <translation>Semua baris</translation>
    </message>
    <message>
        <source>Rows that need a hand</source>
        <translation>Baris yang perlu dibenahi</translation>
    </message>
    <message>
        <source>Rows that cannot be taken</source>
        <translation>Baris yang terhalang</translation>
    </message>
    <message>
        <source>Rows with a warning</source>
        <translation>Baris dengan pertanyaan</translation>
    </message>
    <message>
        <source>Rows that are ready</source>
        <translation>Baris yang siap</translation>
    </message>
    <message>
        <source>Rows left out</source>
        <translation>Baris yang tidak ikut</translation>
    </message>
    <message>
        <source>Leave the row out, or take it in again</source>
        <translation>Jangan ikutkan baris ini, atau ikutkan lagi</translation>
    </message>
    <message>
        <source>The same reason for every such row</source>
        <translation>Alasan yang sama untuk semua baris seperti itu</translation>
    </message>
    <message>
        <source>Write the list with its remarks</source>
        <translation>Tulis daftar dengan catatannya</translation>
    </message>
    <message>
        <source>Keep the count of the blank cards</source>
        <translation>Simpan hitungan blangko</translation>
    </message>
    <message>
        <source>Book blank cards in or out</source>
        <translation>Catat blangko datang atau keluar</translation>
    </message>
    <message>
        <source>A new ribbon is in the printer</source>
        <translation>Pita baru dipasang di printer</translation>
    </message>
    <message>
        <source>Add the KPJ numbers that were looked at</source>
        <translation>Tambahkan nomor KPJ yang sudah diperiksa</translation>
    </message>
    <message>
        <source>Take back the selected block of numbers</source>
        <translation>Tarik kembali blok nomor yang dipilih</translation>
    </message>
    <message>
        <source>Design the layout</source>
        <translation>Rancang tata letak</translation>
    </message>
    <message>
        <source>Begin with the program&apos;s layout</source>
        <translation>Mulai dari tata letak bawaan</translation>
    </message>
    <message>
        <source>Read a layout file</source>
        <translation>Baca berkas tata letak</translation>
    </message>
    <message>
        <source>Write a layout file</source>
        <translation>Tulis berkas tata letak</translation>
    </message>
    <message>
        <source>Print these cards with the layout</source>
        <translation>Cetak kartu ini dengan tata letak itu</translation>
    </message>
    <message>
        <source>Save as a new version</source>
        <translation>Simpan sebagai versi baru</translation>
    </message>
    <message>
        <source>Do again what was undone</source>
        <translation>Ulangi yang diurungkan</translation>
    </message>
    <message>
        <source>Another element like this one</source>
        <translation>Gandakan unsur</translation>
    </message>
    <message>
        <source>Take the element out</source>
        <translation>Hapus unsur</translation>
    </message>
    <message>
        <source>Draw the element earlier, below others</source>
        <translation>Gambar unsur lebih dahulu, di bawah yang lain</translation>
    </message>
    <message>
        <source>Draw the element later, above others</source>
        <translation>Gambar unsur kemudian, di atas yang lain</translation>
    </message>
    <message>
        <source>The other side of the card</source>
        <translation>Sisi kartu yang lain</translation>
    </message>
    <message>
        <source>Nearer</source>
        <translation>Perbesar tampilan</translation>
    </message>
    <message>
        <source>Farther</source>
        <translation>Perkecil tampilan</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Di mana saja</translation>
    </message>
    <message>
        <source>In the form</source>
        <translation>Di formulir</translation>
    </message>
    <message>
        <source>At the card printer</source>
        <translation>Di printer kartu</translation>
    </message>
    <message>
        <source>In the reports</source>
        <translation>Di laporan</translation>
    </message>
    <message>
        <source>In the companies</source>
        <translation>Di perusahaan</translation>
    </message>
    <message>
        <source>In the card layouts</source>
        <translation>Di tata letak kartu</translation>
    </message>
    <message>
        <source>In the supplies</source>
        <translation>Di persediaan</translation>
    </message>
</context>
<context>
    <name>KnownFacts</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>{document} shown</source>
        <translation>{document} ditunjukkan</translation>
    </message>
    <message>
        <source>matches the person</source>
        <translation>cocok dengan orangnya</translation>
    </message>
    <message>
        <source>KPJ number</source>
        <translation>No. KPJ</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>Terdaftar</translation>
    </message>
    <message>
        <source>NIK says</source>
        <translation>Menurut NIK</translation>
    </message>
    <message>
        <source>follows later</source>
        <translation>menyusul</translation>
    </message>
    <message>
        <source>branch block · {left} left</source>
        <translation>blok cabang · sisa {left}</translation>
    </message>
</context>
<context>
    <name>KpjChoice</name>
    <message>
        <source>KPJ number from</source>
        <translation>Asal nomor KPJ</translation>
    </message>
    <message>
        <source>KPJ number · {left} left</source>
        <translation>No. KPJ · sisa {left}</translation>
    </message>
    <message>
        <source>KPJ number</source>
        <translation>No. KPJ</translation>
    </message>
</context>
<context>
    <name>LayoutCanvas</name>
    <message>
        <source>The card: Tab chooses an element, arrow keys move it</source>
        <translation>Kartu: Tab memilih unsur, tombol panah menggesernya</translation>
    </message>
</context>
<context>
    <name>Layouts</name>
    <message>
        <source>Rectangle</source>
        <translation>Persegi panjang</translation>
    </message>
    <message>
        <source>Circle</source>
        <translation>Lingkaran</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Garis</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Gambar</translation>
    </message>
    <message>
        <source>Fixed text</source>
        <translation>Teks tetap</translation>
    </message>
    <message>
        <source>Member&apos;s data</source>
        <translation>Data peserta</translation>
    </message>
    <message>
        <source>Bar code</source>
        <translation>Kode batang</translation>
    </message>
    <message>
        <source>QR code</source>
        <translation>Kode QR</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>KPJ in groups</source>
        <translation>KPJ berkelompok</translation>
    </message>
    <message>
        <source>KPJ without spaces</source>
        <translation>KPJ tanpa spasi</translation>
    </message>
    <message>
        <source>NIK</source>
        <translation>NIK</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Perusahaan</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>Segmen</translation>
    </message>
    <message>
        <source>Date of issue</source>
        <translation>Tanggal terbit</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>Kantor cabang</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Kiri</translation>
    </message>
    <message>
        <source>Centred</source>
        <translation>Tengah</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Kanan</translation>
    </message>
    <message>
        <source>Top</source>
        <translation>Atas</translation>
    </message>
    <message>
        <source>Middle</source>
        <translation>Tengah</translation>
    </message>
    <message>
        <source>Bottom</source>
        <translation>Bawah</translation>
    </message>
    <message>
        <source>Front</source>
        <translation>Muka</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Belakang</translation>
    </message>
    <message>
        <source>From the left, mm</source>
        <translation>Dari kiri, mm</translation>
    </message>
    <message>
        <source>From the top, mm</source>
        <translation>Dari atas, mm</translation>
    </message>
    <message>
        <source>Width, mm</source>
        <translation>Lebar, mm</translation>
    </message>
    <message>
        <source>Height, mm</source>
        <translation>Tinggi, mm</translation>
    </message>
    <message>
        <source>End from the left, mm</source>
        <translation>Ujung dari kiri, mm</translation>
    </message>
    <message>
        <source>End from the top, mm</source>
        <translation>Ujung dari atas, mm</translation>
    </message>
    <message>
        <source>Radius, mm</source>
        <translation>Jari-jari, mm</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>Isi</translation>
    </message>
    <message>
        <source>Edge</source>
        <translation>Tepi</translation>
    </message>
    <message>
        <source>Edge width, mm</source>
        <translation>Tebal tepi, mm</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Teks</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Warna</translation>
    </message>
    <message>
        <source>Only on cards that are not valid</source>
        <translation>Hanya pada kartu yang tidak sah</translation>
    </message>
    <message>
        <source>Shows</source>
        <translation>Menampilkan</translation>
    </message>
    <message>
        <source>Where there is none</source>
        <translation>Bila tidak ada</translation>
    </message>
    <message>
        <source>Font</source>
        <translation>Huruf</translation>
    </message>
    <message>
        <source>Size, pt</source>
        <translation>Ukuran, pt</translation>
    </message>
    <message>
        <source>Smallest, pt</source>
        <translation>Terkecil, pt</translation>
    </message>
    <message>
        <source>Lines at most</source>
        <translation>Baris terbanyak</translation>
    </message>
    <message>
        <source>Line distance</source>
        <translation>Jarak baris</translation>
    </message>
    <message>
        <source>Letter space, pt</source>
        <translation>Jarak huruf, pt</translation>
    </message>
    <message>
        <source>Across</source>
        <translation>Mendatar</translation>
    </message>
    <message>
        <source>Upright</source>
        <translation>Tegak</translation>
    </message>
    <message>
        <source>Dots a module</source>
        <translation>Titik per modul</translation>
    </message>
    <message>
        <source>Dots at least</source>
        <translation>Titik paling sedikit</translation>
    </message>
    <message>
        <source>Loket does not know this entry. Take it out.</source>
        <translation>Loket tidak mengenal isian ini. Hapuslah.</translation>
    </message>
    <message>
        <source>Something must stand here.</source>
        <translation>Bagian ini harus diisi.</translation>
    </message>
    <message>
        <source>Must be a text in quotation marks.</source>
        <translation>Harus berupa teks dalam tanda kutip.</translation>
    </message>
    <message>
        <source>Must be a number.</source>
        <translation>Harus berupa angka.</translation>
    </message>
    <message>
        <source>Must be a whole number.</source>
        <translation>Harus berupa bilangan bulat.</translation>
    </message>
    <message>
        <source>Must be true or false.</source>
        <translation>Harus true atau false.</translation>
    </message>
    <message>
        <source>A colour is # and six figures or letters A to F.</source>
        <translation>Warna ditulis # lalu enam angka atau huruf A sampai F.</translation>
    </message>
    <message>
        <source>Must be a section of its own.</source>
        <translation>Harus menjadi bagian tersendiri.</translation>
    </message>
    <message>
        <source>Must be a list of sections.</source>
        <translation>Harus berupa daftar bagian.</translation>
    </message>
    <message>
        <source>There is no such choice.</source>
        <translation>Pilihan ini tidak ada.</translation>
    </message>
    <message>
        <source>Loket does not have this font. Choose another.</source>
        <translation>Loket tidak memiliki huruf ini. Pilih yang lain.</translation>
    </message>
    <message>
        <source>The picture is not there. Choose it again.</source>
        <translation>Gambarnya tidak ada. Pilih lagi.</translation>
    </message>
    <message>
        <source>The branch has no such layout.</source>
        <translation>Cabang tidak memiliki tata letak ini.</translation>
    </message>
    <message>
        <source>This is no picture Loket can draw. Take a PNG or JPEG.</source>
        <translation>Ini bukan gambar yang dapat dipakai. Gunakan PNG atau JPEG.</translation>
    </message>
    <message>
        <source>The font cannot draw one of these characters.</source>
        <translation>Huruf ini tidak memiliki salah satu karakternya.</translation>
    </message>
    <message>
        <source>This is no layout file.</source>
        <translation>Ini bukan berkas tata letak.</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>Berkas tidak dapat dibaca.</translation>
    </message>
    <message>
        <source>Too small to be printed or read. Make it larger.</source>
        <translation>Terlalu kecil untuk dicetak atau dibaca. Perbesar.</translation>
    </message>
    <message>
        <source>Larger than a card can have.</source>
        <translation>Lebih besar daripada kartu.</translation>
    </message>
    <message>
        <source>The text does not fit its box. Widen it or take a smaller size.</source>
        <translation>Teks tidak muat dalam kotaknya. Lebarkan kotak atau perkecil huruf.</translation>
    </message>
    <message>
        <source>Reaches over the edge of the card. Move it in.</source>
        <translation>Melewati tepi kartu. Geser ke dalam.</translation>
    </message>
    <message>
        <source>Lies in the quiet zone of a code. Move it away.</source>
        <translation>Masuk ke daerah kosong sebuah kode. Geser menjauh.</translation>
    </message>
    <message>
        <source>Hard to read on this ground: contrast {contrast}, needs {enough}.</source>
        <translation>Sulit dibaca di atas latar ini: kontras {contrast}, perlu {enough}.</translation>
    </message>
    <message>
        <source>Letters of {pt} pt blur in print. Take 5 pt or more.</source>
        <translation>Huruf {pt} pt kabur bila dicetak. Pakai 5 pt atau lebih.</translation>
    </message>
    <message>
        <source>{length} characters do not fit. Widen it or allow smaller letters.</source>
        <translation>Teks {length} karakter tidak muat. Lebarkan atau kecilkan huruf.</translation>
    </message>
    <message>
        <source>Bars of {dots} dots are misread once the card is worn. Take 4 or 5.</source>
        <translation>Garis {dots} titik salah terbaca bila kartu aus. Pakai 4 atau 5.</translation>
    </message>
    <message>
        <source>The card does not show the member&apos;s name.</source>
        <translation>Kartu tidak menampilkan nama peserta.</translation>
    </message>
    <message>
        <source>The card does not show the KPJ number.</source>
        <translation>Kartu tidak menampilkan nomor KPJ.</translation>
    </message>
    <message>
        <source>The card has no code: it cannot be answered by a scan.</source>
        <translation>Kartu tidak memiliki kode: tidak dapat dijawab dengan pindai.</translation>
    </message>
</context>
<context>
    <name>LayoutsPage</name>
    <message>
        <source>Card layouts</source>
        <translation>Tata letak kartu</translation>
    </message>
    <message>
        <source>Layouts of the branch</source>
        <translation>Tata letak milik cabang</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Tata letak</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versi</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Disimpan</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Oleh</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>Sebentar …</translation>
    </message>
    <message>
        <source>Design</source>
        <translation>Rancang</translation>
    </message>
    <message>
        <source>Begin with the program&apos;s</source>
        <translation>Mulai dari bawaan</translation>
    </message>
    <message>
        <source>Read a file …</source>
        <translation>Baca berkas …</translation>
    </message>
    <message>
        <source>Write a file …</source>
        <translation>Tulis berkas …</translation>
    </message>
    <message>
        <source>Which cards are printed with which layout</source>
        <translation>Kartu mana dicetak dengan tata letak mana</translation>
    </message>
    <message>
        <source>Cards of</source>
        <translation>Kartu untuk</translation>
    </message>
    <message>
        <source>As all others</source>
        <translation>Ikut yang umum</translation>
    </message>
    <message>
        <source>A company with a layout of its own</source>
        <translation>Perusahaan dengan tata letak sendiri</translation>
    </message>
    <message>
        <source>NPP, then Enter: its cards get the layout selected at the left</source>
        <translation>NPP, lalu Enter: kartunya memakai tata letak yang dipilih di kiri</translation>
    </message>
    <message>
        <source>The branch has no company of this NPP.</source>
        <translation>Cabang tidak memiliki perusahaan dengan NPP ini.</translation>
    </message>
    <message>
        <source>The whole branch</source>
        <translation>Seluruh cabang</translation>
    </message>
    <message>
        <source>as the branch</source>
        <translation>ikut cabang</translation>
    </message>
    <message>
        <source>Print these with {layout}</source>
        <translation>Cetak ini dengan {layout}</translation>
    </message>
    <message>
        <source>Which cards</source>
        <translation>Kartu mana</translation>
    </message>
</context>
<context>
    <name>LayoutsPresenter</name>
    <message>
        <source>This one is not saved yet. Save it, or undo what was changed, before another one.</source>
        <translation>Rancangan ini belum disimpan. Simpan, atau urungkan perubahannya, sebelum merancang yang lain.</translation>
    </message>
    <message>
        <source>Version {version} of {layout} was changed and not saved.</source>
        <translation>Versi {version} dari {layout} diubah dan belum disimpan.</translation>
    </message>
    <message>
        <source>Go on designing</source>
        <translation>Lanjutkan merancang</translation>
    </message>
    <message>
        <source>Holds from the next card on.</source>
        <translation>Berlaku mulai kartu berikutnya.</translation>
    </message>
    <message>
        <source>Card layouts (*.toml)</source>
        <translation>Tata letak kartu (*.toml)</translation>
    </message>
    <message>
        <source>Read a layout file</source>
        <translation>Baca berkas tata letak</translation>
    </message>
    <message>
        <source>Nothing was taken in. {where}: {why}</source>
        <translation>Tidak ada yang diambil. {where}: {why}</translation>
    </message>
    <message>
        <source>Write a layout file</source>
        <translation>Tulis berkas tata letak</translation>
    </message>
    <message>
        <source>{file} is written, with its pictures beside it.</source>
        <translation>{file} sudah ditulis, dengan gambarnya di sampingnya.</translation>
    </message>
</context>
<context>
    <name>LeftOverList</name>
    <message>
        <source>Visits put aside</source>
        <translation>Kunjungan tertunda</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Kunjungan</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>NIK</source>
        <translation>NIK</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Langkah</translation>
    </message>
    <message>
        <source>Last saved</source>
        <translation>Tersimpan</translation>
    </message>
    <message>
        <source>No visit is waiting.</source>
        <translation>Tidak ada kunjungan tertunda.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Lanjutkan</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>F4 comes here · Enter resumes · Delete drops</source>
        <translation>F4 ke daftar ini · Enter melanjutkan · Delete menghapus</translation>
    </message>
    <message>
        <source>Visits put aside ({count})</source>
        <translation>Kunjungan tertunda ({count})</translation>
    </message>
</context>
<context>
    <name>ListPresenter</name>
    <message>
        <source>Lists ({endings})</source>
        <translation>Daftar ({endings})</translation>
    </message>
    <message>
        <source>Which list is to be read?</source>
        <translation>Daftar mana yang dibaca?</translation>
    </message>
    <message>
        <source>Stopped. Nothing was taken from the file.</source>
        <translation>Dihentikan. Tidak ada yang diambil dari berkas itu.</translation>
    </message>
    <message>
        <source>Does this reason hold for every row with the same question?</source>
        <translation>Apakah alasan ini berlaku untuk semua baris dengan pertanyaan yang sama?</translation>
    </message>
    <message>
        <source>For all of them</source>
        <translation>Untuk semuanya</translation>
    </message>
    <message>
        <source>{count} rows are answered.</source>
        <translation>{count} baris sudah dijawab.</translation>
    </message>
    <message>
        <source>Taking the list …</source>
        <translation>Mencatat daftar …</translation>
    </message>
    <message>
        <source>{count} taken</source>
        <translation>{count} dicatat</translation>
    </message>
    <message>
        <source>{count} of them without a number yet</source>
        <translation>{count} di antaranya belum bernomor</translation>
    </message>
    <message>
        <source>{count} known already</source>
        <translation>{count} sudah ada</translation>
    </message>
    <message>
        <source>{count} left out</source>
        <translation>{count} tidak ikut</translation>
    </message>
    <message>
        <source>{count} still need a hand and stay here</source>
        <translation>{count} masih perlu dibenahi dan tetap di sini</translation>
    </message>
    <message>
        <source>Writing …</source>
        <translation>Menulis …</translation>
    </message>
    <message>
        <source>Written: {file}</source>
        <translation>Tertulis: {file}</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Buka folder</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Counter</source>
        <translation>Loket</translation>
    </message>
    <message>
        <source>Status check</source>
        <translation>Cek status</translation>
    </message>
    <message>
        <source>Card printing</source>
        <translation>Cetak kartu</translation>
    </message>
    <message>
        <source>Companies</source>
        <translation>Perusahaan</translation>
    </message>
    <message>
        <source>Supplies</source>
        <translation>Persediaan</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Laporan</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Jurnal</translation>
    </message>
    <message>
        <source>Legal holds</source>
        <translation>Tahan data</translation>
    </message>
    <message>
        <source>Officers</source>
        <translation>Petugas</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Cadangan</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>Masa simpan</translation>
    </message>
    <message>
        <source>Printers</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>Card layouts</source>
        <translation>Tata letak kartu</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Pengaturan</translation>
    </message>
</context>
<context>
    <name>Names</name>
    <message>
        <source>Male</source>
        <translation>Laki-laki</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>Perempuan</translation>
    </message>
    <message>
        <source>Single</source>
        <translation>Belum kawin</translation>
    </message>
    <message>
        <source>Married</source>
        <translation>Kawin</translation>
    </message>
    <message>
        <source>Divorced</source>
        <translation>Cerai hidup</translation>
    </message>
    <message>
        <source>Widowed</source>
        <translation>Cerai mati</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktif</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>Nonaktif</translation>
    </message>
    <message>
        <source>Deceased</source>
        <translation>Meninggal</translation>
    </message>
    <message>
        <source>Not registered</source>
        <translation>Belum terdaftar</translation>
    </message>
    <message>
        <source>PU – wage earner</source>
        <translation>PU – penerima upah</translation>
    </message>
    <message>
        <source>BPU – self-employed</source>
        <translation>BPU – bukan penerima upah</translation>
    </message>
    <message>
        <source>JAKON – construction</source>
        <translation>JAKON – jasa konstruksi</translation>
    </message>
    <message>
        <source>PMI – migrant worker</source>
        <translation>PMI – pekerja migran</translation>
    </message>
    <message>
        <source>JKK – work accident</source>
        <translation>JKK – kecelakaan kerja</translation>
    </message>
    <message>
        <source>JKM – death</source>
        <translation>JKM – kematian</translation>
    </message>
    <message>
        <source>JHT – old age savings</source>
        <translation>JHT – hari tua</translation>
    </message>
    <message>
        <source>JP – pension</source>
        <translation>JP – pensiun</translation>
    </message>
    <message>
        <source>JKP – loss of job</source>
        <translation>JKP – kehilangan pekerjaan</translation>
    </message>
    <message>
        <source>Very low</source>
        <translation>Sangat rendah</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Rendah</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Sedang</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Tinggi</translation>
    </message>
    <message>
        <source>Very high</source>
        <translation>Sangat tinggi</translation>
    </message>
    <message>
        <source>Same person</source>
        <translation>Orang yang sama</translation>
    </message>
    <message>
        <source>Different person</source>
        <translation>Orang yang berbeda</translation>
    </message>
    <message>
        <source>From the branch&apos;s block</source>
        <translation>Dari blok cabang</translation>
    </message>
    <message>
        <source>Number already issued</source>
        <translation>Nomor sudah ada</translation>
    </message>
    <message>
        <source>Number follows later</source>
        <translation>Nomor menyusul</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Verifikasi</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Input</translation>
    </message>
    <message>
        <source>Validate</source>
        <translation>Validasi</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Cetak</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Selesai</translation>
    </message>
    <message>
        <source>New registration</source>
        <translation>Pendaftaran baru</translation>
    </message>
    <message>
        <source>Additional membership</source>
        <translation>Kepesertaan tambahan</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Cetak kartu</translation>
    </message>
    <message>
        <source>Status question</source>
        <translation>Tanya status</translation>
    </message>
    <message>
        <source>KTP</source>
        <translation>KTP</translation>
    </message>
    <message>
        <source>Family card</source>
        <translation>Kartu keluarga</translation>
    </message>
    <message>
        <source>Passport</source>
        <translation>Paspor</translation>
    </message>
    <message>
        <source>Driving licence</source>
        <translation>SIM</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Menunggu</translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation>Sedang dikirim</translation>
    </message>
    <message>
        <source>Printer says done – please check</source>
        <translation>Printer: selesai – mohon dicek</translation>
    </message>
    <message>
        <source>Printer needs attention</source>
        <translation>Printer perlu dilihat</translation>
    </message>
    <message>
        <source>Uncertain – look at the tray</source>
        <translation>Tidak pasti – lihat baki</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Baik</translation>
    </message>
    <message>
        <source>Spoiled</source>
        <translation>Rusak</translation>
    </message>
    <message>
        <source>Did not come out</source>
        <translation>Tidak keluar</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Dibatalkan</translation>
    </message>
    <message>
        <source>First card</source>
        <translation>Kartu pertama</translation>
    </message>
    <message>
        <source>Made again (spoiled)</source>
        <translation>Dicetak lagi (rusak)</translation>
    </message>
    <message>
        <source>Reprint</source>
        <translation>Cetak ulang</translation>
    </message>
    <message>
        <source>Card lost</source>
        <translation>Kartu hilang</translation>
    </message>
    <message>
        <source>Card damaged</source>
        <translation>Kartu rusak</translation>
    </message>
    <message>
        <source>Data corrected</source>
        <translation>Data diperbaiki</translation>
    </message>
    <message>
        <source>Misprint found later</source>
        <translation>Salah cetak</translation>
    </message>
    <message>
        <source>Ribbon scratched or torn</source>
        <translation>Pita tergores atau putus</translation>
    </message>
    <message>
        <source>Card jammed</source>
        <translation>Kartu tersangkut</translation>
    </message>
    <message>
        <source>Smudged</source>
        <translation>Cetakan kotor</translation>
    </message>
    <message>
        <source>Crooked print</source>
        <translation>Cetakan miring</translation>
    </message>
    <message>
        <source>Wrong data</source>
        <translation>Data salah</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Lain-lain</translation>
    </message>
    <message>
        <source>Member does not want it</source>
        <translation>Peserta tidak jadi meminta</translation>
    </message>
    <message>
        <source>Printed elsewhere</source>
        <translation>Dicetak di tempat lain</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Siap</translation>
    </message>
    <message>
        <source>Card jammed – open the cover, pull the card out</source>
        <translation>Kartu tersangkut – buka penutup, tarik kartu</translation>
    </message>
    <message>
        <source>Ribbon ended – put in a new one</source>
        <translation>Pita habis – pasang pita baru</translation>
    </message>
    <message>
        <source>Wrong ribbon – put in the one this printer needs</source>
        <translation>Pita salah – pasang pita yang sesuai</translation>
    </message>
    <message>
        <source>Reject box full – empty it</source>
        <translation>Kotak kartu rusak penuh – kosongkan</translation>
    </message>
    <message>
        <source>Cleaning due – clean the head with a cleaning card</source>
        <translation>Perlu dibersihkan – bersihkan kepala cetak dengan kartu pembersih</translation>
    </message>
    <message>
        <source>No blank cards – fill the feeder</source>
        <translation>Blangko habis – isi pengumpan</translation>
    </message>
    <message>
        <source>Cover open – close it</source>
        <translation>Penutup terbuka – tutup dahulu</translation>
    </message>
    <message>
        <source>Switched off or not connected</source>
        <translation>Mati atau tidak tersambung</translation>
    </message>
    <message>
        <source>Job held – release it at the printer</source>
        <translation>Ditahan – lepaskan di printer</translation>
    </message>
    <message>
        <source>Printer stopped – start it again</source>
        <translation>Printer dihentikan – jalankan lagi</translation>
    </message>
    <message>
        <source>Printer reports a fault</source>
        <translation>Printer melaporkan gangguan</translation>
    </message>
    <message>
        <source>The print queue lost the card</source>
        <translation>Antrean cetak kehilangan kartu ini</translation>
    </message>
    <message>
        <source>Interrupted while sending</source>
        <translation>Terputus saat mengirim</translation>
    </message>
    <message>
        <source>Look at the printer&apos;s display</source>
        <translation>Lihat layar printer</translation>
    </message>
    <message>
        <source>Not wanted any more</source>
        <translation>Tidak jadi diminta</translation>
    </message>
    <message>
        <source>The data are wrong</source>
        <translation>Data salah</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>Alasan lain</translation>
    </message>
    <message>
        <source>No number yet</source>
        <translation>Nomor menyusul</translation>
    </message>
    <message>
        <source>Cannot be printed</source>
        <translation>Tidak dapat dicetak</translation>
    </message>
    <message>
        <source>Has a card</source>
        <translation>Sudah punya kartu</translation>
    </message>
    <message>
        <source>An earlier card is not answered</source>
        <translation>Kartu sebelumnya belum dijawab</translation>
    </message>
    <message>
        <source>Being checked</source>
        <translation>Sedang dicek</translation>
    </message>
    <message>
        <source>Waits for its turn</source>
        <translation>Menunggu giliran</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>Mencetak</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Dijeda</translation>
    </message>
    <message>
        <source>Agrees – write the receipt</source>
        <translation>Cocok – tulis tanda terima</translation>
    </message>
    <message>
        <source>Waits for its collector</source>
        <translation>Menunggu diambil</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>Diserahkan</translation>
    </message>
    <message>
        <source>Letter of the company</source>
        <translation>Surat perusahaan</translation>
    </message>
    <message>
        <source>Test card</source>
        <translation>Kartu uji</translation>
    </message>
    <message>
        <source>Cleaning the printer</source>
        <translation>Membersihkan printer</translation>
    </message>
    <message>
        <source>Found damaged</source>
        <translation>Ditemukan rusak</translation>
    </message>
    <message>
        <source>YMCKOK (both sides)</source>
        <translation>YMCKOK (dua sisi)</translation>
    </message>
    <message>
        <source>YMCKO with half panels</source>
        <translation>YMCKO setengah panel</translation>
    </message>
    <message>
        <source>K (black only)</source>
        <translation>K (hitam saja)</translation>
    </message>
    <message>
        <source>Another kind</source>
        <translation>Jenis lain</translation>
    </message>
    <message>
        <source>Opening count</source>
        <translation>Jumlah awal</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Diterima</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>Dikembalikan</translation>
    </message>
    <message>
        <source>Used up without a card</source>
        <translation>Terpakai tanpa menjadi kartu</translation>
    </message>
    <message>
        <source>Copying the database</source>
        <translation>Menyalin basis data</translation>
    </message>
    <message>
        <source>Copying attachments</source>
        <translation>Menyalin lampiran</translation>
    </message>
    <message>
        <source>Opening and comparing the copy</source>
        <translation>Membuka dan membandingkan salinan</translation>
    </message>
    <message>
        <source>Putting the data in its place</source>
        <translation>Menaruh data di tempatnya</translation>
    </message>
    <message>
        <source>Members whose membership ended</source>
        <translation>Peserta yang kepesertaannya berakhir</translation>
    </message>
    <message>
        <source>Typed facts and reasons of visits</source>
        <translation>Isian temuan dan alasan kunjungan</translation>
    </message>
    <message>
        <source>Attachments (scans)</source>
        <translation>Lampiran (hasil pindai)</translation>
    </message>
    <message>
        <source>Companies&apos; lists left unfinished</source>
        <translation>Daftar pekerja perusahaan yang tidak diselesaikan</translation>
    </message>
    <message>
        <source>Who collected companies&apos; cards</source>
        <translation>Nama pengambil kartu perusahaan</translation>
    </message>
    <message>
        <source>PDFs and workbooks written</source>
        <translation>PDF dan buku kerja</translation>
    </message>
    <message>
        <source>Screening</source>
        <translation>Penapisan</translation>
    </message>
    <message>
        <source>Counter officer</source>
        <translation>Petugas loket</translation>
    </message>
    <message>
        <source>Card operator</source>
        <translation>Petugas cetak</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>Penyelia</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administrator cabang</translation>
    </message>
    <message>
        <source>Must be mended</source>
        <translation>Harus diperbaiki</translation>
    </message>
    <message>
        <source>Needs a supervisor</source>
        <translation>Perlu penyelia</translation>
    </message>
    <message>
        <source>Needs a reason</source>
        <translation>Perlu alasan</translation>
    </message>
    <message>
        <source>For information</source>
        <translation>Untuk diketahui</translation>
    </message>
    <message>
        <source>Indonesian</source>
        <translation>Bahasa Indonesia</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Bahasa Inggris</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Terang</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Gelap</translation>
    </message>
</context>
<context>
    <name>NewPassword</name>
    <message>
        <source>At least 10 characters; a short sentence is easy to keep in mind. Pasting is allowed. Not your name, the branch&apos;s name or a common password. {key} shows it.</source>
        <translation>Paling sedikit 10 karakter; kalimat pendek mudah diingat. Boleh ditempel. Bukan nama sendiri, nama kantor, atau kata sandi yang lazim. {key} menampilkannya.</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Kata sandi baru</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>Sekali lagi</translation>
    </message>
    <message>
        <source>This password may be used.</source>
        <translation>Kata sandi ini boleh dipakai.</translation>
    </message>
    <message>
        <source>Both are the same.</source>
        <translation>Keduanya sama.</translation>
    </message>
    <message>
        <source>This is not the same password.</source>
        <translation>Kata sandinya tidak sama.</translation>
    </message>
</context>
<context>
    <name>NewPasswordPage</name>
    <message>
        <source>New password</source>
        <translation>Kata sandi baru</translation>
    </message>
    <message>
        <source>Present password</source>
        <translation>Kata sandi sekarang</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>Choose your own password</source>
        <translation>Buat kata sandi sendiri</translation>
    </message>
    <message>
        <source>{name}, the password you were given holds for one sign-in. Nobody else knows the next.</source>
        <translation>{name}, kata sandi dari administrator hanya berlaku sekali. Kata sandi berikutnya hanya diketahui sendiri.</translation>
    </message>
    <message>
        <source>Save and start work</source>
        <translation>Simpan dan mulai bekerja</translation>
    </message>
    <message>
        <source>Change your password</source>
        <translation>Ganti kata sandi</translation>
    </message>
    <message>
        <source>{name}, the new one holds from now on, on this PC.</source>
        <translation>{name}, kata sandi baru langsung berlaku di komputer ini.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Simpan</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>Menyimpan …</translation>
    </message>
    <message>
        <source>Type the password that holds until now.</source>
        <translation>Ketik kata sandi yang berlaku sekarang.</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Urungkan</translation>
    </message>
</context>
<context>
    <name>NumberedChoice</name>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
</context>
<context>
    <name>NumbersPanel</name>
    <message>
        <source>KPJ numbers</source>
        <translation>Nomor KPJ</translation>
    </message>
    <message>
        <source>Blocks of KPJ numbers</source>
        <translation>Blok nomor KPJ</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Blok</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Terpakai</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Sisa</translation>
    </message>
    <message>
        <source>No block yet: type the first and the last number of the centre&apos;s letter below.</source>
        <translation>Belum ada blok: ketik nomor pertama dan terakhir dari surat kantor pusat di bawah.</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Tarik kembali</translation>
    </message>
    <message>
        <source>First number</source>
        <translation>Nomor pertama</translation>
    </message>
    <message>
        <source>Last number</source>
        <translation>Nomor terakhir</translation>
    </message>
    <message>
        <source>{left} of {total} numbers left</source>
        <translation>Sisa {left} dari {total} nomor</translation>
    </message>
    <message>
        <source>No number left: ask the centre for a new block</source>
        <translation>Nomor habis: minta blok baru ke kantor pusat</translation>
    </message>
    <message>
        <source>{left} of {total} numbers left: ask the centre for a new block</source>
        <translation>Sisa {left} dari {total} nomor: minta blok baru ke kantor pusat</translation>
    </message>
    <message>
        <source>{count} numbers, {block}</source>
        <translation>{count} nomor, {block}</translation>
    </message>
    <message>
        <source>Add {count} numbers</source>
        <translation>Tambahkan {count} nomor</translation>
    </message>
    <message>
        <source>Look at the block</source>
        <translation>Periksa blok</translation>
    </message>
</context>
<context>
    <name>OfficerCard</name>
    <message>
        <source>Lock</source>
        <translation>Kunci</translation>
    </message>
    <message>
        <source>Lock the counter, or let another officer take over</source>
        <translation>Kunci loket, atau serahkan ke petugas lain</translation>
    </message>
</context>
<context>
    <name>OfficersPage</name>
    <message>
        <source>Officers</source>
        <translation>Petugas</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Peran</translation>
    </message>
    <message>
        <source>Last sign-in</source>
        <translation>Terakhir masuk</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Keadaan</translation>
    </message>
    <message>
        <source>No officer yet: add the first one at the right.</source>
        <translation>Belum ada petugas: tambahkan yang pertama di sebelah kanan.</translation>
    </message>
    <message>
        <source>The database still has the old key</source>
        <translation>Basis data masih memakai kunci lama</translation>
    </message>
    <message>
        <source>Give it a new key</source>
        <translation>Beri kunci baru</translation>
    </message>
    <message>
        <source>Removal not finished</source>
        <translation>Belum selesai dikeluarkan</translation>
    </message>
    <message>
        <source>Giving the database a new key</source>
        <translation>Mengganti kunci basis data</translation>
    </message>
    <message>
        <source>Signed in now</source>
        <translation>Sedang masuk</translation>
    </message>
    <message>
        <source>No password on this PC</source>
        <translation>Tanpa kata sandi di sini</translation>
    </message>
    <message>
        <source>One-time password</source>
        <translation>Kata sandi sekali pakai</translation>
    </message>
    <message>
        <source>May sign in</source>
        <translation>Dapat masuk</translation>
    </message>
    <message>
        <source>Somebody was removed, and the program ended before the database had another key. Do it when nobody works: it takes some seconds, then you sign in again.</source>
        <translation>Seorang petugas dikeluarkan, dan program berhenti sebelum kunci basis data diganti. Kerjakan saat tidak ada yang bekerja: beberapa detik, lalu masuk lagi.</translation>
    </message>
</context>
<context>
    <name>OfficersPresenter</name>
    <message>
        <source>Loket one-time password</source>
        <translation>Kata sandi sekali pakai Loket</translation>
    </message>
    <message>
        <source>Save the slip</source>
        <translation>Simpan lembarnya</translation>
    </message>
    <message>
        <source>The officer is removed, and the database has a new key.</source>
        <translation>Petugas sudah dikeluarkan, dan kunci basis data sudah diganti.</translation>
    </message>
    <message>
        <source>The database has a new key.</source>
        <translation>Kunci basis data sudah diganti.</translation>
    </message>
    <message>
        <source>Put off. The database still has its old key: give it a new one when nobody works.</source>
        <translation>Ditunda. Basis data masih memakai kunci lama: ganti saat tidak ada yang bekerja.</translation>
    </message>
    <message>
        <source>Saved. A role holds from the next sign-in.</source>
        <translation>Tersimpan. Peran berlaku sejak masuk berikutnya.</translation>
    </message>
</context>
<context>
    <name>OneTimePasswordPanel</name>
    <message>
        <source>One-time password</source>
        <translation>Kata sandi sekali pakai</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Salin</translation>
    </message>
    <message>
        <source>Print slip</source>
        <translation>Cetak lembar</translation>
    </message>
    <message>
        <source>Save as PDF …</source>
        <translation>Simpan PDF …</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>Sudah diserahkan</translation>
    </message>
    <message>
        <source>One-time password of {name}</source>
        <translation>Kata sandi sekali pakai {name}</translation>
    </message>
    <message>
        <source>It is shown only now and holds for one sign-in; then Loket asks for a password of the officer&apos;s own.</source>
        <translation>Hanya ditampilkan sekarang dan berlaku sekali masuk; setelah itu Loket meminta kata sandi pilihan petugas sendiri.</translation>
    </message>
    <message>
        <source>Copied. It is taken out of the clipboard once you press “Handed over”.</source>
        <translation>Tersalin. Dihapus dari papan klip setelah “Sudah diserahkan” ditekan.</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>One moment …</source>
        <translation>Sebentar …</translation>
    </message>
</context>
<context>
    <name>PaperOut</name>
    <message>
        <source>Sent to the printer. Look whether the paper is there.</source>
        <translation>Dikirim ke printer. Periksa apakah lembarnya sudah keluar.</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Not into the folder of the data: who takes it away would have the key with it.</source>
        <translation>Jangan di folder data: siapa yang mengambilnya akan memegang kuncinya juga.</translation>
    </message>
    <message>
        <source>Saved as {file}. Print it and delete the file.</source>
        <translation>Disimpan sebagai {file}. Cetak, lalu hapus berkasnya.</translation>
    </message>
</context>
<context>
    <name>PaperView</name>
    <message>
        <source>The receipt as written</source>
        <translation>Tanda terima yang dibuat</translation>
    </message>
</context>
<context>
    <name>PasswordField</name>
    <message>
        <source>Caps Lock is on.</source>
        <translation>Caps Lock menyala.</translation>
    </message>
</context>
<context>
    <name>PersonChoice</name>
    <message>
        <source>Person: NIK, KPJ or name</source>
        <translation>Orang: NIK, KPJ, atau nama</translation>
    </message>
    <message>
        <source>Enter looks the person up; that is journalled too</source>
        <translation>Enter mencari orangnya; itu pun masuk jurnal</translation>
    </message>
    <message>
        <source>Anybody</source>
        <translation>Siapa saja</translation>
    </message>
    <message>
        <source>People of that name</source>
        <translation>Orang dengan nama itu</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>NIK</source>
        <translation>NIK</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Lahir</translation>
    </message>
    <message>
        <source>Nobody found.</source>
        <translation>Tidak ada.</translation>
    </message>
    <message>
        <source>Nobody is stored under this.</source>
        <translation>Tidak ada yang tercatat dengan ini.</translation>
    </message>
    <message>
        <source>{nik}, born {year}</source>
        <translation>{nik}, lahir {year}</translation>
    </message>
</context>
<context>
    <name>PersonView</name>
    <message>
        <source>Memberships</source>
        <translation>Kepesertaan</translation>
    </message>
    <message>
        <source>KPJ number</source>
        <translation>No. KPJ</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Perusahaan</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>Segmen</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Sejak</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>No membership yet.</source>
        <translation>Belum ada kepesertaan.</translation>
    </message>
    <message>
        <source>born {year}</source>
        <translation>lahir {year}</translation>
    </message>
    <message>
        <source>Recorded as deceased on {day}: no card and no change.</source>
        <translation>Tercatat meninggal pada {day}: tanpa kartu dan tanpa perubahan data.</translation>
    </message>
    <message>
        <source>No person with this NIK is stored at this branch.</source>
        <translation>Belum ada orang dengan NIK ini di cabang.</translation>
    </message>
    <message>
        <source>No membership with this KPJ is stored at this branch.</source>
        <translation>Belum ada kepesertaan dengan KPJ ini di cabang.</translation>
    </message>
    <message>
        <source>Nobody with this name is stored at this branch.</source>
        <translation>Belum ada orang dengan nama ini di cabang.</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktif</translation>
    </message>
    <message>
        <source>ended {day}</source>
        <translation>berakhir {day}</translation>
    </message>
    <message>
        <source>follows later</source>
        <translation>menyusul</translation>
    </message>
</context>
<context>
    <name>PrintPage</name>
    <message>
        <source>Print</source>
        <translation>Cetak</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Lanjut</translation>
    </message>
    <message>
        <source>Print card</source>
        <translation>Cetak kartu</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>Sebentar …</translation>
    </message>
    <message>
        <source>{count} blank cards left</source>
        <translation>Sisa blangko {count}</translation>
    </message>
    <message>
        <source>No card yet: the KPJ number follows later.</source>
        <translation>Belum ada kartu: nomor KPJ menyusul.</translation>
    </message>
    <message>
        <source>No card can be printed yet</source>
        <translation>Kartu belum dapat dicetak</translation>
    </message>
    <message>
        <source>The membership is stored. Print the card once the centre has given the number.</source>
        <translation>Kepesertaan sudah tersimpan. Cetak kartunya setelah nomor dari pusat keluar.</translation>
    </message>
    <message>
        <source>Do not reprint</source>
        <translation>Tidak jadi cetak ulang</translation>
    </message>
    <message>
        <source>Print later</source>
        <translation>Cetak nanti</translation>
    </message>
    <message>
        <source>Sending the card …</source>
        <translation>Mengirim kartu …</translation>
    </message>
    <message>
        <source>Afterwards you will be asked whether it came out well. You can also scan it.</source>
        <translation>Setelah itu ditanyakan apakah kartunya baik. Kartu juga boleh langsung dipindai.</translation>
    </message>
    <message>
        <source>The card is being printed …</source>
        <translation>Kartu sedang dicetak …</translation>
    </message>
    <message>
        <source>Once mended, the printer goes on by itself.</source>
        <translation>Setelah dibereskan, printer melanjutkan sendiri.</translation>
    </message>
    <message>
        <source>Nobody but you can find out whether this card came out.</source>
        <translation>Hanya Anda yang dapat memastikan apakah kartu ini keluar.</translation>
    </message>
    <message>
        <source>Answer only when you have seen what became of the card.</source>
        <translation>Jawab hanya setelah melihat sendiri nasib kartunya.</translation>
    </message>
    <message>
        <source>It does not go on by itself; after your answer the card can be sent again.</source>
        <translation>Printer tidak melanjutkan sendiri; setelah dijawab, kartu dapat dikirim lagi.</translation>
    </message>
    <message>
        <source>Look in the tray</source>
        <translation>Lihat baki printer</translation>
    </message>
    <message>
        <source>The printer says it is done. Only you can see whether that is so.</source>
        <translation>Printer menyatakan selesai. Hanya Anda yang dapat melihat kenyataannya.</translation>
    </message>
    <message>
        <source>Did the card of {name} come out well?</source>
        <translation>Kartu {name} keluar dengan baik?</translation>
    </message>
    <message>
        <source>Card good</source>
        <translation>Kartu baik</translation>
    </message>
    <message>
        <source>Hand it to the member.</source>
        <translation>Serahkan kepada peserta.</translation>
    </message>
    <message>
        <source>The member already has a good card</source>
        <translation>Sudah ada kartu yang baik</translation>
    </message>
    <message>
        <source>A reprint needs a reason and a supervisor.</source>
        <translation>Cetak ulang perlu alasan dan persetujuan penyelia.</translation>
    </message>
    <message>
        <source>Reprint card</source>
        <translation>Cetak ulang kartu</translation>
    </message>
    <message>
        <source>Card spoiled — print another</source>
        <translation>Kartu rusak — cetak penggantinya</translation>
    </message>
    <message>
        <source>Print another</source>
        <translation>Cetak pengganti</translation>
    </message>
    <message>
        <source>The card did not come out</source>
        <translation>Kartu tidak keluar</translation>
    </message>
    <message>
        <source>The print queue was cleared. The same card can be sent again.</source>
        <translation>Antrean cetak sudah dibersihkan. Kartu yang sama dapat dikirim lagi.</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Kirim lagi</translation>
    </message>
    <message>
        <source>Nothing was sent</source>
        <translation>Tidak ada yang terkirim</translation>
    </message>
    <message>
        <source>Ready to print</source>
        <translation>Siap dicetak</translation>
    </message>
    <message>
        <source>True size</source>
        <translation>Ukuran asli</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Paskan</translation>
    </message>
    <message>
        <source>No card is ever sent again without your answer.</source>
        <translation>Tidak ada yang dicetak ulang tanpa jawaban Anda.</translation>
    </message>
    <message>
        <source>The card as it will be printed</source>
        <translation>Kartu yang akan dicetak</translation>
    </message>
</context>
<context>
    <name>PrintPresenter</name>
    <message>
        <source>No card waits to be checked. Nothing was changed.</source>
        <translation>Tidak ada kartu yang menunggu diperiksa. Tidak ada yang diubah.</translation>
    </message>
</context>
<context>
    <name>PrinterChoice</name>
    <message>
        <source>Card printer</source>
        <translation>Printer kartu</translation>
    </message>
    <message>
        <source>This printer is not found. Choose another one.</source>
        <translation>Printer ini tidak ditemukan. Pilih yang lain.</translation>
    </message>
</context>
<context>
    <name>PrinterStep</name>
    <message>
        <source>The card printer</source>
        <translation>Printer kartu</translation>
    </message>
    <message>
        <source>Without one for now, cards are written as PDF files. It can be changed in Settings.</source>
        <translation>Bila belum ada, kartu ditulis sebagai berkas PDF. Dapat diubah di Pengaturan.</translation>
    </message>
    <message>
        <source>Card printer</source>
        <translation>Printer kartu</translation>
    </message>
</context>
<context>
    <name>PrintersPage</name>
    <message>
        <source>Printers</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>Printers found</source>
        <translation>Printer yang ditemukan</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Keadaan</translation>
    </message>
    <message>
        <source>Ribbon left</source>
        <translation>Sisa pita</translation>
    </message>
    <message>
        <source>This counter</source>
        <translation>Loket ini</translation>
    </message>
    <message>
        <source>The printers are being looked for.</source>
        <translation>Printer sedang dicari.</translation>
    </message>
    <message>
        <source>How it is</source>
        <translation>Keadaannya</translation>
    </message>
    <message>
        <source>Use at this counter</source>
        <translation>Pakai di loket ini</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Periksa lagi</translation>
    </message>
    <message>
        <source>Used here</source>
        <translation>Dipakai di sini</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Tidak ditemukan</translation>
    </message>
    <message>
        <source>Switch it on and plug it in, then look again; or use another printer.</source>
        <translation>Nyalakan dan sambungkan, lalu periksa lagi; atau pakai printer lain.</translation>
    </message>
    <message>
        <source>Switch it on and check its cable or network, then look again.</source>
        <translation>Nyalakan dan periksa kabel atau jaringannya, lalu periksa lagi.</translation>
    </message>
    <message>
        <source>{count} cards</source>
        <translation>{count} kartu</translation>
    </message>
    <message>
        <source>Ribbon</source>
        <translation>Pita</translation>
    </message>
    <message>
        <source>Cards printed</source>
        <translation>Kartu tercetak</translation>
    </message>
    <message>
        <source>Next cleaning</source>
        <translation>Pembersihan berikutnya</translation>
    </message>
    <message>
        <source>in {count} cards</source>
        <translation>{count} kartu lagi</translation>
    </message>
    <message>
        <source>Ribbon, cards, cleaning</source>
        <translation>Pita, kartu, pembersihan</translation>
    </message>
    <message>
        <source>This printer does not tell</source>
        <translation>Printer ini tidak memberi tahu</translation>
    </message>
</context>
<context>
    <name>PrintersPresenter</name>
    <message>
        <source>Saved.</source>
        <translation>Tersimpan.</translation>
    </message>
    <message>
        <source>Saved. Print a calibration card again to see whether it is right.</source>
        <translation>Tersimpan. Cetak kartu kalibrasi sekali lagi untuk memastikan.</translation>
    </message>
    <message>
        <source>The card is on its way to the printer.</source>
        <translation>Kartu sedang dikirim ke printer.</translation>
    </message>
    <message>
        <source>Give the card up</source>
        <translation>Batalkan kartu ini</translation>
    </message>
    <message>
        <source>The printer says it is done. Look into the tray.</source>
        <translation>Menurut printer sudah selesai. Lihat baki keluar.</translation>
    </message>
</context>
<context>
    <name>ProblemWords</name>
    <message>
        <source>The visit does not stand at this step</source>
        <translation>Kunjungan tidak berada pada langkah ini</translation>
    </message>
    <message>
        <source>Go on from the step that is highlighted above.</source>
        <translation>Lanjutkan dari langkah yang disorot di atas.</translation>
    </message>
    <message>
        <source>Some findings still wait for an answer</source>
        <translation>Masih ada temuan yang belum dijawab</translation>
    </message>
    <message>
        <source>Mend the fields or give the reasons, then try again.</source>
        <translation>Perbaiki isian atau tulis alasannya, lalu coba lagi.</translation>
    </message>
    <message>
        <source>This is no longer stored</source>
        <translation>Data ini tidak tersimpan lagi</translation>
    </message>
    <message>
        <source>Search again.</source>
        <translation>Cari lagi.</translation>
    </message>
    <message>
        <source>This is not allowed</source>
        <translation>Ini tidak diperbolehkan</translation>
    </message>
    <message>
        <source>Ask the supervisor.</source>
        <translation>Tanyakan kepada penyelia.</translation>
    </message>
    <message>
        <source>A reason is missing</source>
        <translation>Alasan belum ditulis</translation>
    </message>
    <message>
        <source>Write why, then try again.</source>
        <translation>Tulis alasannya, lalu coba lagi.</translation>
    </message>
    <message>
        <source>The supervisor&apos;s approval no longer holds</source>
        <translation>Persetujuan penyelia sudah tidak berlaku</translation>
    </message>
    <message>
        <source>It holds for ten minutes. Let the supervisor sign once more.</source>
        <translation>Berlaku sepuluh menit. Minta penyelia menyetujui sekali lagi.</translation>
    </message>
    <message>
        <source>This NIK has been registered in the meantime</source>
        <translation>NIK ini baru saja terdaftar</translation>
    </message>
    <message>
        <source>Nothing was stored twice. Go back and open the stored person.</source>
        <translation>Tidak ada yang tersimpan dua kali. Kembali dan buka data yang sudah ada.</translation>
    </message>
    <message>
        <source>This KPJ has been given in the meantime</source>
        <translation>KPJ ini baru saja terpakai</translation>
    </message>
    <message>
        <source>Nothing was stored twice. Check the number, or take the next one from the block.</source>
        <translation>Tidak ada yang tersimpan dua kali. Periksa nomornya, atau ambil nomor berikutnya.</translation>
    </message>
    <message>
        <source>The branch has no KPJ number left</source>
        <translation>Blok nomor KPJ cabang sudah habis</translation>
    </message>
    <message>
        <source>Choose “number follows later”, and ask the centre for a new block.</source>
        <translation>Pilih “nomor menyusul”, dan minta blok baru ke pusat.</translation>
    </message>
    <message>
        <source>This number block overlaps one that is already there</source>
        <translation>Blok nomor ini bertumpuk dengan blok yang sudah ada</translation>
    </message>
    <message>
        <source>Compare first and last number with the letter from the centre.</source>
        <translation>Cocokkan nomor awal dan akhir dengan surat dari pusat.</translation>
    </message>
    <message>
        <source>This membership has no KPJ yet</source>
        <translation>Kepesertaan ini belum memiliki KPJ</translation>
    </message>
    <message>
        <source>Print the card when the number has come.</source>
        <translation>Cetak kartu setelah nomornya ada.</translation>
    </message>
    <message>
        <source>This person is recorded as deceased</source>
        <translation>Orang ini tercatat meninggal</translation>
    </message>
    <message>
        <source>No card can be printed. Compare the papers and ask the supervisor.</source>
        <translation>Kartu tidak dapat dicetak. Cocokkan berkas dan tanyakan kepada penyelia.</translation>
    </message>
    <message>
        <source>This card is already in the print queue</source>
        <translation>Kartu ini sudah ada di antrean cetak</translation>
    </message>
    <message>
        <source>Look at “Card printing”; nothing is printed twice.</source>
        <translation>Lihat “Cetak kartu”; tidak ada yang dicetak dua kali.</translation>
    </message>
    <message>
        <source>This card has been answered in the meantime</source>
        <translation>Kartu ini baru saja dijawab</translation>
    </message>
    <message>
        <source>Look at its state again before doing more.</source>
        <translation>Lihat lagi keadaannya sebelum melanjutkan.</translation>
    </message>
    <message>
        <source>One card still waits for your answer</source>
        <translation>Satu kartu masih menunggu jawaban</translation>
    </message>
    <message>
        <source>Look at the printer&apos;s tray and say whether the card came out well.</source>
        <translation>Lihat baki printer dan jawab apakah kartunya keluar dengan baik.</translation>
    </message>
    <message>
        <source>Something on this card cannot be printed</source>
        <translation>Ada teks yang tidak dapat dicetak di kartu</translation>
    </message>
    <message>
        <source>Go back to the form and correct the text.</source>
        <translation>Kembali ke formulir dan perbaiki teksnya.</translation>
    </message>
    <message>
        <source>No blank cards left at this counter</source>
        <translation>Blangko di loket ini habis</translation>
    </message>
    <message>
        <source>Nothing was sent. A card operator or a supervisor books the blanks received under Card printing; then print again.</source>
        <translation>Belum ada yang dikirim. Petugas cetak atau penyelia mencatat blangko yang diterima di Cetak kartu; lalu cetak lagi.</translation>
    </message>
    <message>
        <source>This is another card: {scanned}</source>
        <translation>Ini kartu lain: {scanned}</translation>
    </message>
    <message>
        <source>Expected {expected}. Put the scanned card aside and look at the tray.</source>
        <translation>Seharusnya {expected}. Sisihkan kartu itu dan lihat baki printer.</translation>
    </message>
    <message>
        <source>This password is not right</source>
        <translation>Kata sandi ini tidak benar</translation>
    </message>
    <message>
        <source>Look at Caps Lock and type it again; {left} tries are left before a pause.</source>
        <translation>Periksa Caps Lock lalu ketik lagi; sisa {left} kali sebelum jeda.</translation>
    </message>
    <message>
        <source>Too many wrong passwords</source>
        <translation>Terlalu banyak kata sandi yang salah</translation>
    </message>
    <message>
        <source>Wait {minutes} min., or ask the administrator for a new password.</source>
        <translation>Tunggu {minutes} menit, atau minta kata sandi baru kepada administrator.</translation>
    </message>
    <message>
        <source>The given password holds for one sign-in only</source>
        <translation>Kata sandi sementara hanya berlaku untuk satu kali masuk</translation>
    </message>
    <message>
        <source>Choose your own password first.</source>
        <translation>Buat dulu kata sandi sendiri.</translation>
    </message>
    <message>
        <source>{length} characters are too few</source>
        <translation>{length} karakter terlalu pendek</translation>
    </message>
    <message>
        <source>Take at least {wanted}; a short sentence is easy to keep in mind.</source>
        <translation>Pakai paling sedikit {wanted}; kalimat pendek mudah diingat.</translation>
    </message>
    <message>
        <source>{length} characters are too many</source>
        <translation>{length} karakter terlalu panjang</translation>
    </message>
    <message>
        <source>Take {wanted} at most.</source>
        <translation>Pakai paling banyak {wanted}.</translation>
    </message>
    <message>
        <source>This password is one of the first that anybody would try</source>
        <translation>Kata sandi ini termasuk yang pertama dicoba orang</translation>
    </message>
    <message>
        <source>Choose another, such as a short sentence of your own.</source>
        <translation>Pilih yang lain, misalnya kalimat pendek buatan sendiri.</translation>
    </message>
    <message>
        <source>This password is easy to guess</source>
        <translation>Kata sandi ini mudah ditebak</translation>
    </message>
    <message>
        <source>Take more than repeated letters, a row of keys, a name or the branch&apos;s own words.</source>
        <translation>Jangan hanya huruf berulang, deretan tombol, nama, atau kata dari kantor ini.</translation>
    </message>
    <message>
        <source>This is the password that holds until now</source>
        <translation>Ini kata sandi yang berlaku sekarang</translation>
    </message>
    <message>
        <source>Choose another.</source>
        <translation>Pilih yang lain.</translation>
    </message>
    <message>
        <source>This recovery code does not open this branch</source>
        <translation>Kode pemulihan ini tidak membuka kantor ini</translation>
    </message>
    <message>
        <source>Compare it with the newest paper in the safe; a renewed code replaces the one before.</source>
        <translation>Cocokkan dengan kertas terbaru di brankas; kode yang diperbarui menggantikan yang lama.</translation>
    </message>
    <message>
        <source>The recovery code is mistyped</source>
        <translation>Kode pemulihan salah ketik</translation>
    </message>
    <message>
        <source>Compare each group of five with the paper; the code has seven groups.</source>
        <translation>Cocokkan setiap kelompok lima huruf dengan kertasnya; kode terdiri dari tujuh kelompok.</translation>
    </message>
    <message>
        <source>The branch would be left without an administrator</source>
        <translation>Kantor tidak akan punya administrator lagi</translation>
    </message>
    <message>
        <source>Make another officer administrator first.</source>
        <translation>Jadikan petugas lain administrator lebih dulu.</translation>
    </message>
    <message>
        <source>Nobody does this to themselves</source>
        <translation>Ini tidak dapat dilakukan terhadap diri sendiri</translation>
    </message>
    <message>
        <source>Ask another administrator.</source>
        <translation>Minta administrator lain melakukannya.</translation>
    </message>
    <message>
        <source>This officer no longer works at this branch</source>
        <translation>Petugas ini sudah tidak bertugas di kantor ini</translation>
    </message>
    <message>
        <source>Ask the administrator.</source>
        <translation>Hubungi administrator.</translation>
    </message>
    <message>
        <source>This is no name</source>
        <translation>Ini bukan nama</translation>
    </message>
    <message>
        <source>Write the officer&apos;s name, {longest} characters at most.</source>
        <translation>Tulis nama petugas, paling banyak {longest} karakter.</translation>
    </message>
    <message>
        <source>Another officer is called {name}</source>
        <translation>Sudah ada petugas bernama {name}</translation>
    </message>
    <message>
        <source>Add a second name or a letter, so that the two can be told apart.</source>
        <translation>Tambahkan nama kedua atau sebuah huruf agar keduanya dapat dibedakan.</translation>
    </message>
    <message>
        <source>The branch&apos;s database is missing</source>
        <translation>Basis data kantor cabang ini tidak ada</translation>
    </message>
    <message>
        <source>Tell the administrator. {key}: {why}</source>
        <translation>Beri tahu administrator. {key}: {why}</translation>
    </message>
    <message>
        <source>Stop working here. The administrator restores the newest good backup, in the room Backup.</source>
        <translation>Hentikan pekerjaan di sini. Administrator memulihkan cadangan baik terbaru, di ruang Cadangan.</translation>
    </message>
    <message>
        <source>Put the file back into its folder, or restore a backup.</source>
        <translation>Kembalikan berkas itu ke foldernya, atau pulihkan dari cadangan.</translation>
    </message>
    <message>
        <source>This is no printer&apos;s address</source>
        <translation>Ini bukan alamat printer</translation>
    </message>
    <message>
        <source>Type it as the printer&apos;s own settings show it, such as 192.168.1.20.</source>
        <translation>Ketik seperti yang tertera di setelan printer, misalnya 192.168.1.20.</translation>
    </message>
    <message>
        <source>These measures cannot be right</source>
        <translation>Ukuran ini tidak mungkin benar</translation>
    </message>
    <message>
        <source>Nothing was changed. Measure each line again from the card&apos;s left and upper edge, in millimetres; a printer is never off by more than 5 mm.</source>
        <translation>Tidak ada yang diubah. Ukur lagi setiap garis dari tepi kiri dan tepi atas kartu, dalam milimeter; printer tidak pernah meleset lebih dari 5 mm.</translation>
    </message>
    <message>
        <source>The count differs from what should be left</source>
        <translation>Hitungan berbeda dari yang seharusnya tersisa</translation>
    </message>
    <message>
        <source>Count once more. If it stays so, write the reason; the difference is kept with it.</source>
        <translation>Hitung sekali lagi. Jika tetap berbeda, tulis alasannya; selisih disimpan bersama alasan itu.</translation>
    </message>
    <message>
        <source>The blank cards have not been counted</source>
        <translation>Blangko belum dihitung</translation>
    </message>
    <message>
        <source>Count those that lie at this counter and type how many they are.</source>
        <translation>Hitung blangko yang ada di loket ini, lalu ketik jumlahnya.</translation>
    </message>
    <message>
        <source>There are not that many blank cards at this counter</source>
        <translation>Blangko di loket ini tidak sebanyak itu</translation>
    </message>
    <message>
        <source>Nothing was booked. Check the number; if more lie there, count them, and the difference is kept with its reason.</source>
        <translation>Tidak ada yang dicatat. Periksa jumlahnya; bila memang ada lebih banyak, hitung blangko, dan selisihnya disimpan beserta alasannya.</translation>
    </message>
    <message>
        <source>That is no number of cards a ribbon gives</source>
        <translation>Itu bukan jumlah kartu dari satu pita</translation>
    </message>
    <message>
        <source>Type what stands on the ribbon&apos;s box, for example 200 or 300.</source>
        <translation>Ketik yang tertulis pada kotak pita, misalnya 200 atau 300.</translation>
    </message>
    <message>
        <source>These are no first and last number of a block</source>
        <translation>Ini bukan nomor awal dan akhir sebuah blok</translation>
    </message>
    <message>
        <source>A KPJ number has 11 digits, and the last number is not below the first. Compare with the centre&apos;s letter.</source>
        <translation>Nomor KPJ terdiri dari 11 angka, dan nomor akhir tidak lebih kecil dari nomor awal. Cocokkan dengan surat pusat.</translation>
    </message>
    <message>
        <source>A number of this block has already been given</source>
        <translation>Sudah ada nomor dari blok ini yang diberikan</translation>
    </message>
    <message>
        <source>The block stays. Ask the centre what is to become of its numbers.</source>
        <translation>Blok ini tetap. Tanyakan kepada kantor pusat apa yang dilakukan dengan nomornya.</translation>
    </message>
    <message>
        <source>A company with this NPP is already stored</source>
        <translation>Badan usaha dengan NPP ini sudah tersimpan</translation>
    </message>
    <message>
        <source>Search for the NPP and change that company instead.</source>
        <translation>Cari NPP itu, lalu ubah badan usaha yang ada.</translation>
    </message>
    <message>
        <source>This file has already been accepted or discarded</source>
        <translation>Berkas ini sudah diterima atau dibuang</translation>
    </message>
    <message>
        <source>Nothing was changed. Its workers are found under the company.</source>
        <translation>Tidak ada yang berubah. Tenaga kerjanya ada di halaman badan usaha.</translation>
    </message>
    <message>
        <source>No row of this file can be accepted</source>
        <translation>Tidak ada baris berkas ini yang dapat diterima</translation>
    </message>
    <message>
        <source>Mend or leave out what is marked red, then accept.</source>
        <translation>Perbaiki atau lewati baris bertanda merah, lalu terima.</translation>
    </message>
    <message>
        <source>The columns for NIK and name were not found</source>
        <translation>Kolom NIK dan nama tidak ditemukan</translation>
    </message>
    <message>
        <source>Choose in the head of the table what each column holds.</source>
        <translation>Pilih di kepala tabel apa isi setiap kolom.</translation>
    </message>
    <message>
        <source>The batch has moved on meanwhile</source>
        <translation>Batch ini sudah berubah keadaan</translation>
    </message>
    <message>
        <source>The page now shows how it stands.</source>
        <translation>Halaman sekarang menampilkan keadaan terakhirnya.</translation>
    </message>
    <message>
        <source>Another counter is printing this batch</source>
        <translation>Batch ini sedang dicetak di loket lain</translation>
    </message>
    <message>
        <source>Take another batch, or ask that counter to pause it.</source>
        <translation>Ambil batch lain, atau minta loket itu menjedanya.</translation>
    </message>
    <message>
        <source>There is no card to print in this batch</source>
        <translation>Tidak ada kartu untuk dicetak dalam batch ini</translation>
    </message>
    <message>
        <source>Choose workers who have a KPJ number and no card yet.</source>
        <translation>Pilih tenaga kerja yang punya nomor KPJ dan belum punya kartu.</translation>
    </message>
    <message>
        <source>The cards do not add up yet</source>
        <translation>Jumlah kartu belum cocok</translation>
    </message>
    <message>
        <source>Answer every card first: came out well, spoiled, or did not come out.</source>
        <translation>Jawab dahulu setiap kartu: keluar baik, rusak, atau tidak keluar.</translation>
    </message>
    <message>
        <source>This batch is scheduled for later</source>
        <translation>Batch ini dijadwalkan untuk nanti</translation>
    </message>
    <message>
        <source>It starts by itself at its time; or press “Start now”.</source>
        <translation>Batch mulai sendiri pada waktunya; atau tekan “Mulai sekarang”.</translation>
    </message>
    <message>
        <source>One of these cards already waits in another batch</source>
        <translation>Salah satu kartu ini sudah menunggu di batch lain</translation>
    </message>
    <message>
        <source>Print or cancel that batch first.</source>
        <translation>Cetak atau batalkan batch itu dahulu.</translation>
    </message>
    <message>
        <source>Who collects the cards is not written down</source>
        <translation>Pengambil kartu belum dicatat</translation>
    </message>
    <message>
        <source>Type the name and what identity document was shown.</source>
        <translation>Ketik nama dan dokumen identitas yang ditunjukkan.</translation>
    </message>
    <message>
        <source>The database is shut</source>
        <translation>Basis data tertutup</translation>
    </message>
    <message>
        <source>Sign in first.</source>
        <translation>Masuk lebih dulu.</translation>
    </message>
    <message>
        <source>This is not the database this counter wrote last</source>
        <translation>Ini bukan basis data yang terakhir ditulis loket ini</translation>
    </message>
    <message>
        <source>An older file, or part of one, was put in its place. Call the supervisor before you go on: compare with the last day close on paper, and restore the newest backup where they differ.</source>
        <translation>Berkas lama, atau sebagian, telah diletakkan di tempatnya. Panggil penyelia sebelum melanjutkan: cocokkan dengan lembar tutup hari terakhir, dan pulihkan cadangan terbaru bila berbeda.</translation>
    </message>
    <message>
        <source>The journal does not fit together at entry {number}</source>
        <translation>Jurnal tidak cocok pada entri {number}</translation>
    </message>
    <message>
        <source>It was changed past Loket, or the disk damaged it. Tell the supervisor, who checks the journal and compares it with the last day close on paper.</source>
        <translation>Jurnal diubah di luar Loket, atau rusak karena disk. Beri tahu penyelia, yang memeriksa jurnal dan mencocokkannya dengan lembar tutup hari terakhir.</translation>
    </message>
    <message>
        <source>The file that says where the journal stood is missing or damaged</source>
        <translation>Berkas yang mencatat posisi jurnal hilang atau rusak</translation>
    </message>
    <message>
        <source>An older database could not be told from this one. Tell the supervisor, who compares the journal with the last day close on paper. The file is written anew.</source>
        <translation>Basis data lama tidak dapat dibedakan dari yang ini. Beri tahu penyelia, yang mencocokkan jurnal dengan lembar tutup hari terakhir. Berkasnya ditulis baru.</translation>
    </message>
    <message>
        <source>Still open: {cards} cards without an answer, {visits} visits</source>
        <translation>Belum selesai: {cards} kartu belum dijawab, {visits} kunjungan</translation>
    </message>
    <message>
        <source>Settle them, or write why the day is closed with them left open.</source>
        <translation>Selesaikan dahulu, atau tulis alasan hari ditutup dengan keadaan itu.</translation>
    </message>
    <message>
        <source>The paper would have more than {most} lines</source>
        <translation>Laporan akan lebih dari {most} baris</translation>
    </message>
    <message>
        <source>Choose a shorter time, one officer or one person.</source>
        <translation>Pilih waktu yang lebih singkat, satu petugas, atau satu peserta.</translation>
    </message>
    <message>
        <source>The key slots of this branch are damaged</source>
        <translation>Berkas kunci kantor cabang ini hilang atau rusak</translation>
    </message>
    <message>
        <source>Take the copy from before, or restore a backup with the recovery code.</source>
        <translation>Pakai salinan sebelumnya, atau pulihkan cadangan dengan kode pemulihan.</translation>
    </message>
    <message>
        <source>The key slots were written by a newer Loket</source>
        <translation>Berkas kunci ditulis oleh Loket yang lebih baru</translation>
    </message>
    <message>
        <source>Install the newer version on this PC.</source>
        <translation>Pasang versi yang lebih baru di PC ini.</translation>
    </message>
    <message>
        <source>This PC does not know the passwords of this branch</source>
        <translation>PC ini tidak mengenal kata sandi kantor ini</translation>
    </message>
    <message>
        <source>Come in with the recovery code; the administrator then gives new passwords.</source>
        <translation>Masuk dengan kode pemulihan; setelah itu administrator memberi kata sandi baru.</translation>
    </message>
    <message>
        <source>This workbook cannot be read</source>
        <translation>Buku kerja ini tidak bisa dibaca</translation>
    </message>
    <message>
        <source>{why} Nothing was taken from it.</source>
        <translation>{why} Tidak ada yang diambil dari berkas ini.</translation>
    </message>
    <message>
        <source>This workbook is larger than any list</source>
        <translation>Buku kerja ini lebih besar daripada daftar mana pun</translation>
    </message>
    <message>
        <source>This workbook has a password</source>
        <translation>Buku kerja ini berkata sandi</translation>
    </message>
    <message>
        <source>Open it in Excel, take the password away and save it again.</source>
        <translation>Buka di Excel, hapus kata sandinya, lalu simpan lagi.</translation>
    </message>
    <message>
        <source>This scan cannot be read</source>
        <translation>Pindaian ini tidak bisa dibaca</translation>
    </message>
    <message>
        <source>{why} Nothing was kept.</source>
        <translation>{why} Tidak ada yang disimpan.</translation>
    </message>
    <message>
        <source>This scan is too large</source>
        <translation>Pindaian ini terlalu besar</translation>
    </message>
    <message>
        <source>The file of this paper is damaged or gone</source>
        <translation>Berkas dokumen ini rusak atau hilang</translation>
    </message>
    <message>
        <source>Scan the paper again, or ask the administrator for the backup.</source>
        <translation>Pindai lagi dokumennya, atau minta administrator mengambilnya dari cadangan.</translation>
    </message>
    <message>
        <source>The card printer is not there</source>
        <translation>Printer kartu tidak ditemukan</translation>
    </message>
    <message>
        <source>Switch it on and connect it, or choose another one in Settings.</source>
        <translation>Nyalakan dan sambungkan, atau pilih printer lain di Pengaturan.</translation>
    </message>
    <message>
        <source>The card printer does not answer</source>
        <translation>Printer kartu tidak menjawab</translation>
    </message>
    <message>
        <source>Look at its cable and display. Nothing is printed twice.</source>
        <translation>Periksa kabel dan layarnya. Tidak ada yang dicetak dua kali.</translation>
    </message>
    <message>
        <source>The card printer refused the card</source>
        <translation>Printer kartu menolak kartu ini</translation>
    </message>
    <message>
        <source>Look at its display; then answer whether a card came out.</source>
        <translation>Lihat layar printer; lalu jawab apakah kartu keluar.</translation>
    </message>
    <message>
        <source>The old print job could not be taken back for certain</source>
        <translation>Pekerjaan cetak lama belum pasti terhapus</translation>
    </message>
    <message>
        <source>Switch the printer off and on and try again; until then nothing is sent.</source>
        <translation>Matikan dan nyalakan printer lalu coba lagi; sebelum itu tidak ada yang dikirim.</translation>
    </message>
    <message>
        <source>The card layout {file} cannot be read</source>
        <translation>Tata letak kartu {file} tidak terbaca</translation>
    </message>
    <message>
        <source>A layout cannot be called that</source>
        <translation>Nama tata letak ini tidak dapat dipakai</translation>
    </message>
    <message>
        <source>Small letters, figures and hyphens, 40 at most: kartu-proyek.</source>
        <translation>Huruf kecil, angka, dan tanda hubung, paling banyak 40: kartu-proyek.</translation>
    </message>
    <message>
        <source>The database cannot be opened</source>
        <translation>Basis data tidak dapat dibuka</translation>
    </message>
    <message>
        <source>Nothing was half-stored. Look whether the disk is connected, then start again.</source>
        <translation>Tidak ada yang tersimpan separuh. Periksa disknya, lalu mulai lagi.</translation>
    </message>
    <message>
        <source>The database was written by a newer Loket</source>
        <translation>Basis data ditulis oleh Loket yang lebih baru</translation>
    </message>
    <message>
        <source>Install the newer version on this PC. Nothing was changed.</source>
        <translation>Pasang versi yang lebih baru di PC ini. Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>The database is damaged</source>
        <translation>Basis data rusak</translation>
    </message>
    <message>
        <source>The database is busy</source>
        <translation>Basis data sedang dipakai</translation>
    </message>
    <message>
        <source>Nothing was stored. Try again in a moment.</source>
        <translation>Belum ada yang tersimpan. Coba lagi sebentar lagi.</translation>
    </message>
    <message>
        <source>The database cannot be written</source>
        <translation>Basis data tidak dapat ditulis</translation>
    </message>
    <message>
        <source>Nothing was stored. Ask the administrator for the rights to its folder.</source>
        <translation>Belum ada yang tersimpan. Minta administrator membuka hak foldernya.</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>Disk penuh</translation>
    </message>
    <message>
        <source>Nothing was half-stored. Make room on the disk, then try again.</source>
        <translation>Tidak ada yang tersimpan separuh. Kosongkan disk, lalu coba lagi.</translation>
    </message>
    <message>
        <source>The key of the database is missing</source>
        <translation>Kunci basis data tidak ada</translation>
    </message>
    <message>
        <source>Put the key file back beside the database: {file}</source>
        <translation>Kembalikan berkas kunci: {file}</translation>
    </message>
    <message>
        <source>This period cannot be meant</source>
        <translation>Masa simpan ini tidak wajar</translation>
    </message>
    <message>
        <source>Choose between one month and a hundred years, or keep for ever.</source>
        <translation>Pilih antara satu bulan dan seratus tahun, atau simpan selamanya.</translation>
    </message>
    <message>
        <source>Nothing is past its period</source>
        <translation>Tidak ada yang lewat masa simpan</translation>
    </message>
    <message>
        <source>Nothing was erased. Set a period first, or wait until it has passed.</source>
        <translation>Tidak ada yang dihapus. Tetapkan masa simpan dahulu, atau tunggu sampai lewat.</translation>
    </message>
    <message>
        <source>The file {file} could not be written</source>
        <translation>Berkas {file} tidak dapat ditulis</translation>
    </message>
    <message>
        <source>Close it in other programs, or choose another folder: {folder}</source>
        <translation>Tutup di program lain, atau pilih folder lain: {folder}</translation>
    </message>
    <message>
        <source>The disk is nearly full: {free} MB are free</source>
        <translation>Disk hampir penuh: sisa {free} MB</translation>
    </message>
    <message>
        <source>New work needs at least {least} MB; what was begun can be finished. Make room on the disk.</source>
        <translation>Pekerjaan baru memerlukan paling sedikit {least} MB; yang sudah dimulai tetap dapat diselesaikan. Kosongkan ruang di disk.</translation>
    </message>
    <message>
        <source>The folder for backups is not there</source>
        <translation>Folder cadangan tidak ditemukan</translation>
    </message>
    <message>
        <source>Connect the disk or USB stick, or choose another folder: {folder}</source>
        <translation>Sambungkan disk atau stik USB, atau pilih folder lain: {folder}</translation>
    </message>
    <message>
        <source>The backup did not pass its check ({part})</source>
        <translation>Cadangan tidak lolos pemeriksaan ({part})</translation>
    </message>
    <message>
        <source>It was taken away again: the medium gave back something else than was written. Use another disk or USB stick.</source>
        <translation>Cadangan itu dihapus lagi: isi yang terbaca kembali berbeda dari yang ditulis. Gunakan disk atau stik USB lain.</translation>
    </message>
    <message>
        <source>The medium for backups is too slow</source>
        <translation>Media cadangan terlalu lambat</translation>
    </message>
    <message>
        <source>No backup was made. Use another disk or USB stick.</source>
        <translation>Cadangan tidak dibuat. Gunakan disk atau stik USB lain.</translation>
    </message>
    <message>
        <source>This backup cannot be read ({part})</source>
        <translation>Cadangan ini tidak dapat dibaca ({part})</translation>
    </message>
    <message>
        <source>It is damaged or not from Loket. Choose another; nothing was changed.</source>
        <translation>Cadangan rusak atau bukan buatan Loket. Pilih yang lain; tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>This backup was made by a newer Loket</source>
        <translation>Cadangan ini dibuat oleh Loket versi lebih baru</translation>
    </message>
    <message>
        <source>Install the newer version on this PC, then restore it.</source>
        <translation>Pasang versi yang lebih baru di PC ini, lalu pulihkan.</translation>
    </message>
    <message>
        <source>The reference table {file} cannot be read</source>
        <translation>Tabel acuan {file} tidak terbaca</translation>
    </message>
    <message>
        <source>Tell the administrator: row {row}.</source>
        <translation>Beri tahu administrator: baris {row}.</translation>
    </message>
    <message>
        <source>It is gone, or another program holds it: close it there and try again.</source>
        <translation>Berkasnya sudah tidak ada atau sedang dibuka program lain: tutup di sana, lalu coba lagi.</translation>
    </message>
    <message>
        <source>Lists come as .xlsx, .xls, .ods or .csv, papers as JPEG, PNG, TIFF, WebP or PDF: save it so.</source>
        <translation>Daftar harus .xlsx, .xls, .ods atau .csv, dokumen harus JPEG, PNG, TIFF, WebP atau PDF: simpan dalam salah satunya.</translation>
    </message>
    <message>
        <source>It is called .{kind} and is something else: open it in its own program and save it anew.</source>
        <translation>Namanya .{kind} tetapi isinya lain: buka di program asalnya, lalu simpan ulang.</translation>
    </message>
    <message>
        <source>It is a web page called .{kind}: open it in Excel and save it as .xlsx.</source>
        <translation>Isinya halaman web yang dinamai .{kind}: buka di Excel, lalu simpan sebagai .xlsx.</translation>
    </message>
    <message>
        <source>It is damaged or not complete: fetch it again, or save it anew.</source>
        <translation>Berkasnya rusak atau tidak lengkap: ambil lagi, atau simpan ulang.</translation>
    </message>
    <message>
        <source>Its letters are written in an unknown way: save it in Excel as .xlsx.</source>
        <translation>Huruf-hurufnya tidak dikenali: simpan di Excel sebagai .xlsx.</translation>
    </message>
    <message>
        <source>Other files are packed in it: copy the list alone into a new workbook.</source>
        <translation>Di dalamnya ada berkas lain: salin daftarnya saja ke buku kerja baru.</translation>
    </message>
    <message>
        <source>It has a password: save it without one.</source>
        <translation>Berkasnya berkata sandi: simpan tanpa kata sandi.</translation>
    </message>
    <message>
        <source>It brought its reader down, Loket itself is well: save it anew and try again.</source>
        <translation>Pembacanya terhenti, Loket sendiri baik-baik saja: simpan ulang berkasnya, lalu coba lagi.</translation>
    </message>
    <message>
        <source>It has more than {most} bytes: divide it.</source>
        <translation>Besarnya lebih dari {most} bita: bagi menjadi beberapa berkas.</translation>
    </message>
    <message>
        <source>It holds more than {most} bytes: copy the list alone into a new workbook.</source>
        <translation>Isinya lebih dari {most} bita: salin daftarnya saja ke buku kerja baru.</translation>
    </message>
    <message>
        <source>A part of it swells more than {most} times: copy the list alone into a new workbook.</source>
        <translation>Salah satu bagiannya membengkak lebih dari {most} kali: salin daftarnya saja ke buku kerja baru.</translation>
    </message>
    <message>
        <source>It has more than {most} parts: copy the list alone into a new workbook.</source>
        <translation>Bagiannya lebih dari {most}: salin daftarnya saja ke buku kerja baru.</translation>
    </message>
    <message>
        <source>It has more than {most} sheets: copy the list alone into a new workbook.</source>
        <translation>Lembarnya lebih dari {most}: salin daftarnya saja ke buku kerja baru.</translation>
    </message>
    <message>
        <source>It has more than {most} rows: divide it.</source>
        <translation>Barisnya lebih dari {most}: bagi menjadi beberapa berkas.</translation>
    </message>
    <message>
        <source>It has more than {most} columns: copy the list alone into a new workbook.</source>
        <translation>Kolomnya lebih dari {most}: salin daftarnya saja ke buku kerja baru.</translation>
    </message>
    <message>
        <source>It has more than {most} filled cells: divide it.</source>
        <translation>Sel yang terisi lebih dari {most}: bagi menjadi beberapa berkas.</translation>
    </message>
    <message>
        <source>One cell holds more than {most} characters: empty it and save again.</source>
        <translation>Ada sel yang berisi lebih dari {most} karakter: kosongkan, lalu simpan lagi.</translation>
    </message>
    <message>
        <source>Cell {cell} is filled, far from the list: empty it and save again.</source>
        <translation>Sel {cell} terisi, jauh dari daftarnya: kosongkan, lalu simpan lagi.</translation>
    </message>
    <message>
        <source>It has more than {most} pages: divide it.</source>
        <translation>Halamannya lebih dari {most}: bagi menjadi beberapa berkas.</translation>
    </message>
    <message>
        <source>One page has more than {most} pixels: scan it at 300 dots an inch.</source>
        <translation>Ada halaman yang lebih dari {most} piksel: pindai dengan 300 dpi.</translation>
    </message>
    <message>
        <source>Reading it takes too much memory: copy what is needed into a new file.</source>
        <translation>Membacanya butuh terlalu banyak memori: salin yang diperlukan ke berkas baru.</translation>
    </message>
    <message>
        <source>Reading it takes too long: copy what is needed into a new file.</source>
        <translation>Membacanya terlalu lama: salin yang diperlukan ke berkas baru.</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>This is a mistake in Loket itself. What was stored is safe. Note {reference} for support.</source>
        <translation>Ini kesalahan Loket sendiri. Data yang sudah tersimpan aman. Catat {reference} untuk dilaporkan.</translation>
    </message>
</context>
<context>
    <name>ProgrammeTicks</name>
    <message>
        <source>{total} a month</source>
        <translation>{total} sebulan</translation>
    </message>
    <message>
        <source>Programmes and monthly contribution</source>
        <translation>Program dan iuran per bulan</translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} dari {total}</translation>
    </message>
    <message>
        <source>{told} · {rate} a second · {left} left</source>
        <translation>{told} · {rate} per detik · sisa {left}</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>Menghentikan …</translation>
    </message>
</context>
<context>
    <name>QueuePage</name>
    <message>
        <source>Company batches</source>
        <translation>Batch perusahaan</translation>
    </message>
    <message>
        <source>Single cards</source>
        <translation>Kartu satuan</translation>
    </message>
    <message>
        <source>Batches</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Perusahaan</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>Kartu</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Loket</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Keadaan</translation>
    </message>
    <message>
        <source>No batch yet. Choose a company below and press F9.</source>
        <translation>Belum ada batch. Pilih perusahaan di bawah lalu tekan F9.</translation>
    </message>
    <message>
        <source>Print first</source>
        <translation>Dahulukan</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Lebih awal</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Lebih akhir</translation>
    </message>
    <message>
        <source>Open batch</source>
        <translation>Buka batch</translation>
    </message>
    <message>
        <source>Narrow by NPP or name</source>
        <translation>Saring menurut NPP atau nama</translation>
    </message>
    <message>
        <source>Companies waiting for cards</source>
        <translation>Perusahaan yang menunggu kartu</translation>
    </message>
    <message>
        <source>NPP</source>
        <translation>NPP</translation>
    </message>
    <message>
        <source>In a batch</source>
        <translation>Dalam batch</translation>
    </message>
    <message>
        <source>Without number</source>
        <translation>Tanpa nomor</translation>
    </message>
    <message>
        <source>Waiting since</source>
        <translation>Menunggu sejak</translation>
    </message>
    <message>
        <source>No company waits for cards. They appear here once workers are accepted.</source>
        <translation>Tidak ada perusahaan yang menunggu kartu. Perusahaan muncul di sini setelah tenaga kerjanya diterima.</translation>
    </message>
    <message>
        <source>Prepare batch</source>
        <translation>Siapkan batch</translation>
    </message>
    <message>
        <source>Companies waiting for cards, longest first</source>
        <translation>Perusahaan menunggu kartu, yang terlama di atas</translation>
    </message>
    <message>
        <source>Preparing …</source>
        <translation>Menyiapkan …</translation>
    </message>
    <message>
        <source>In the order in which they are printed</source>
        <translation>Menurut urutan cetak</translation>
    </message>
</context>
<context>
    <name>RailButton</name>
    <message>
        <source>{count} waiting for an answer</source>
        <translation>{count} menunggu jawaban</translation>
    </message>
</context>
<context>
    <name>RecoveryStep</name>
    <message>
        <source>The recovery code</source>
        <translation>Kode pemulihan</translation>
    </message>
    <message>
        <source>It opens the branch&apos;s data without a password when this PC is broken or nobody remembers one. It is shown only now and stored nowhere: put it on paper, in an envelope, into the branch head&apos;s safe.</source>
        <translation>Membuka data kantor cabang tanpa kata sandi bila komputer ini rusak atau tidak ada yang ingat kata sandinya. Hanya ditampilkan sekarang dan tidak disimpan di mana pun: cetak, masukkan ke amplop, simpan di brankas kepala cabang.</translation>
    </message>
    <message>
        <source>This is a new code</source>
        <translation>Ini kode baru</translation>
    </message>
    <message>
        <source>The one before opens nothing any more. Destroy a paper that was printed with it.</source>
        <translation>Kode sebelumnya tidak lagi membuka data ini. Musnahkan lembar lamanya.</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Cetak</translation>
    </message>
    <message>
        <source>Save as PDF …</source>
        <translation>Simpan PDF …</translation>
    </message>
</context>
<context>
    <name>RemoveQuestion</name>
    <message>
        <source>Keep</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Yes, remove</source>
        <translation>Ya, keluarkan</translation>
    </message>
    <message>
        <source>The database gets a new key, so that nothing they may have kept opens it. Loket works on that alone for some seconds; then you sign in again. The journal keeps their name.</source>
        <translation>Basis data diberi kunci baru, sehingga apa pun yang ia simpan tidak lagi membukanya. Loket mengerjakannya beberapa detik; setelah itu masuk lagi. Jurnal tetap menyimpan namanya.</translation>
    </message>
    <message>
        <source>Remove {name}?</source>
        <translation>Keluarkan {name}?</translation>
    </message>
</context>
<context>
    <name>ReprintApproval</name>
    <message>
        <source>Reason for the reprint</source>
        <translation>Alasan cetak ulang</translation>
    </message>
</context>
<context>
    <name>RestorePage</name>
    <message>
        <source>Backup</source>
        <translation>Cadangan</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Buka</translation>
    </message>
    <message>
        <source>Look inside</source>
        <translation>Lihat isi</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Pulihkan</translation>
    </message>
    <message>
        <source>Passwords</source>
        <translation>Kata sandi</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Selesai</translation>
    </message>
</context>
<context>
    <name>Restoring</name>
    <message>
        <source>Loket one-time passwords</source>
        <translation>Kata sandi sekali pakai Loket</translation>
    </message>
    <message>
        <source>Restore from a backup</source>
        <translation>Pulihkan dari cadangan</translation>
    </message>
    <message>
        <source>Join the branch as a further PC</source>
        <translation>Bergabung sebagai komputer tambahan</translation>
    </message>
    <message>
        <source>Open with the recovery code</source>
        <translation>Buka dengan kode pemulihan</translation>
    </message>
    <message>
        <source>The code on the paper in the branch head&apos;s safe opens the branch&apos;s data.</source>
        <translation>Kode pada lembar di brankas kepala cabang membuka data kantor cabang.</translation>
    </message>
    <message>
        <source>Choose a folder in which a backup lies.</source>
        <translation>Pilih folder yang berisi cadangan.</translation>
    </message>
    <message>
        <source>With the password or the code that held when the backup was made.</source>
        <translation>Dengan kata sandi atau kode yang berlaku saat cadangan dibuat.</translation>
    </message>
    <message>
        <source>How is it opened?</source>
        <translation>Dibuka dengan apa?</translation>
    </message>
    <message>
        <source>Opening …</source>
        <translation>Membuka …</translation>
    </message>
    <message>
        <source>Opening the backup</source>
        <translation>Membuka cadangan</translation>
    </message>
    <message>
        <source>Nothing is changed on this PC.</source>
        <translation>Tidak ada yang berubah di komputer ini.</translation>
    </message>
    <message>
        <source>Compare both first, and tick that you want this backup.</source>
        <translation>Bandingkan keduanya dahulu, lalu centang bahwa cadangan ini yang dipilih.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Pulihkan</translation>
    </message>
    <message>
        <source>Restoring</source>
        <translation>Memulihkan</translation>
    </message>
    <message>
        <source>What stands here now is kept as a safety copy. Leave the disk or USB stick connected.</source>
        <translation>Isi sekarang disimpan sebagai salinan pengaman. Biarkan diska atau USB tersambung.</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>Menyimpan …</translation>
    </message>
    <message>
        <source>Print the slips or save them as PDF first.</source>
        <translation>Cetak lembarnya atau simpan sebagai PDF dahulu.</translation>
    </message>
    <message>
        <source>Save the slips</source>
        <translation>Simpan lembarnya</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>Kantor cabang</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Loket</translation>
    </message>
    <message>
        <source>Safety copy</source>
        <translation>Salinan pengaman</translation>
    </message>
    <message>
        <source>Officers</source>
        <translation>Petugas</translation>
    </message>
    <message>
        <source>With the one-time passwords on the slips</source>
        <translation>Dengan kata sandi sekali pakai di lembar</translation>
    </message>
    <message>
        <source>The first PC keeps its number block; this one needs a block of its own</source>
        <translation>Blok nomor tetap milik komputer pertama; komputer ini perlu blok sendiri</translation>
    </message>
    <message>
        <source>Go on behind the last one given here: none is given twice</source>
        <translation>Dilanjutkan setelah nomor terakhir yang diberikan di sini: tidak ada yang diberikan dua kali</translation>
    </message>
    <message>
        <source>Compare the last card printed with the next number: what came after the backup is not known</source>
        <translation>Bandingkan kartu terakhir yang dicetak dengan nomor berikutnya: yang sesudah cadangan tidak diketahui</translation>
    </message>
    <message>
        <source>KPJ numbers</source>
        <translation>Nomor KPJ</translation>
    </message>
    <message>
        <source>The branch&apos;s data is here</source>
        <translation>Data kantor cabang sudah di sini</translation>
    </message>
    <message>
        <source>Sign in to work with it.</source>
        <translation>Masuk untuk mulai bekerja.</translation>
    </message>
</context>
<context>
    <name>RetentionPage</name>
    <message>
        <source>Retention</source>
        <translation>Masa simpan</translation>
    </message>
    <message>
        <source>Kinds of record</source>
        <translation>Jenis data</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>Kept for</source>
        <translation>Disimpan</translation>
    </message>
    <message>
        <source>Erased if before</source>
        <translation>Dihapus bila sebelum</translation>
    </message>
    <message>
        <source>Past its period</source>
        <translation>Lewat masa simpan</translation>
    </message>
    <message>
        <source>On legal hold</source>
        <translation>Ditahan</translation>
    </message>
    <message>
        <source>The kinds of record are being counted.</source>
        <translation>Jenis data sedang dihitung.</translation>
    </message>
    <message>
        <source>Keep for</source>
        <translation>Simpan selama</translation>
    </message>
    <message>
        <source>{count} records are past their period. What is erased is gone for good.</source>
        <translation>{count} data sudah lewat masa simpan. Yang dihapus tidak dapat dikembalikan.</translation>
    </message>
    <message>
        <source>Nothing is past its period: there is nothing to erase.</source>
        <translation>Tidak ada yang lewat masa simpan: tidak ada yang perlu dihapus.</translation>
    </message>
    <message>
        <source>{count} records erased. The certificate: {file}</source>
        <translation>{count} data dihapus. Berita acara: {file}</translation>
    </message>
    <message>
        <source>More is past its period: erase once more.</source>
        <translation>Masih ada yang lewat masa simpan: hapus sekali lagi.</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Buka folder</translation>
    </message>
    <message>
        <source>For ever</source>
        <translation>Selamanya</translation>
    </message>
    <message>
        <source>{count} months</source>
        <translation>{count} bulan</translation>
    </message>
    <message>
        <source>{count} years</source>
        <translation>{count} tahun</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Masa simpan</translation>
    </message>
    <message>
        <source>The period is the branch&apos;s own decision. Nothing is erased by itself.</source>
        <translation>Masa simpan ditetapkan oleh kantor cabang. Tidak ada yang terhapus dengan sendirinya.</translation>
    </message>
    <message>
        <source>Erase what is past its period</source>
        <translation>Hapus yang lewat masa simpan</translation>
    </message>
    <message>
        <source>Persons lose name, NIK and everything typed; their KPJ number stays taken. Copies on the backup medium go with the oldest backups. A supervisor signs on the spot.</source>
        <translation>Peserta kehilangan nama, NIK, dan semua isian; nomor KPJ tetap terpakai. Salinan di media cadangan hilang bersama cadangan terlama. Penyelia menyetujui di tempat.</translation>
    </message>
</context>
<context>
    <name>RibbonPanel</name>
    <message>
        <source>Ribbon</source>
        <translation>Pita</translation>
    </message>
    <message>
        <source>Kind of ribbon</source>
        <translation>Jenis pita</translation>
    </message>
    <message>
        <source>Cards it gives</source>
        <translation>Jumlah kartu</translation>
    </message>
    <message>
        <source>Put in</source>
        <translation>Pasang</translation>
    </message>
    <message>
        <source>A new ribbon gives what its box says, a used one what is left of it.</source>
        <translation>Pita baru: jumlah di kotaknya; pita bekas: sisanya.</translation>
    </message>
    <message>
        <source>No ribbon was booked for this printer yet.</source>
        <translation>Belum ada pita yang dicatat untuk printer ini.</translation>
    </message>
    <message>
        <source>{left} of {panels} cards left</source>
        <translation>Cukup untuk {left} kartu lagi dari {panels}</translation>
    </message>
    <message>
        <source>{left} of {panels} cards left: lay the next ribbon ready</source>
        <translation>Cukup untuk {left} kartu lagi dari {panels}: siapkan pita berikutnya</translation>
    </message>
    <message>
        <source>{kind}, put in on {day}, {time}</source>
        <translation>{kind}, dipasang {day}, {time}</translation>
    </message>
    <message>
        <source>The printer says {left} left.</source>
        <translation>Menurut printer cukup untuk {left} kartu.</translation>
    </message>
    <message>
        <source>Since then it has counted {told} cards, Loket {used}.</source>
        <translation>Sejak itu printer menghitung {told} kartu, Loket {used}.</translation>
    </message>
    <message>
        <source>Was a card printed past Loket, or is this another ribbon?</source>
        <translation>Ada kartu yang dicetak di luar Loket, atau pitanya lain?</translation>
    </message>
    <message>
        <source>Type how many cards this ribbon gives.</source>
        <translation>Ketik cukup untuk berapa kartu pita ini.</translation>
    </message>
</context>
<context>
    <name>RowPanel</name>
    <message>
        <source>Show every field</source>
        <translation>Tampilkan semua isian</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Bandingkan</translation>
    </message>
    <message>
        <source>No row is chosen</source>
        <translation>Belum ada baris dipilih</translation>
    </message>
    <message>
        <source>Row {number}</source>
        <translation>Baris {number}</translation>
    </message>
</context>
<context>
    <name>RowsPage</name>
    <message>
        <source>List of workers</source>
        <translation>Daftar pekerja</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Semua</translation>
    </message>
    <message>
        <source>Need a hand</source>
        <translation>Perlu dibenahi</translation>
    </message>
    <message>
        <source>Cannot be taken</source>
        <translation>Terhalang</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Pertanyaan</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Siap</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Tidak ikut</translation>
    </message>
    <message>
        <source>Rows of the list</source>
        <translation>Baris daftar</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Brs</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Keadaan</translation>
    </message>
    <message>
        <source>NIK</source>
        <translation>NIK</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>KPJ</source>
        <translation>KPJ</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Yang perlu dilakukan</translation>
    </message>
    <message>
        <source>No row stands like this. Alt+A shows all.</source>
        <translation>Tidak ada baris seperti ini. Alt+A menampilkan semua.</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Jangan ikutkan</translation>
    </message>
    <message>
        <source>Next to mend</source>
        <translation>Benahi berikutnya</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Kolom</translation>
    </message>
    <message>
        <source>Write with remarks</source>
        <translation>Tulis daftar bercatatan</translation>
    </message>
    <message>
        <source>Discard the list</source>
        <translation>Buang daftar</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>Take the list</source>
        <translation>Catat daftar</translation>
    </message>
    <message>
        <source>Reading and checking {name}</source>
        <translation>Membaca dan memeriksa {name}</translation>
    </message>
    <message>
        <source>KPJ numbers given by the centre</source>
        <translation>Nomor KPJ dari pusat</translation>
    </message>
    <message>
        <source>Take {count} rows</source>
        <translation>Catat {count} baris</translation>
    </message>
    <message>
        <source>Every row is answered.</source>
        <translation>Semua baris sudah beres.</translation>
    </message>
    <message>
        <source>Take in again</source>
        <translation>Ikutkan lagi</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Language</source>
        <translation>Bahasa</translation>
    </message>
    <message>
        <source>Holds from the next start of Loket</source>
        <translation>Berlaku saat Loket dibuka lagi</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Warna</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Ukuran teks</translation>
    </message>
    <message>
        <source>Card printer</source>
        <translation>Printer kartu</translation>
    </message>
    <message>
        <source>Folder for PDFs and workbooks</source>
        <translation>Folder PDF dan buku kerja</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>Kantor cabang</translation>
    </message>
    <message>
        <source>Stands on receipts and workbooks</source>
        <translation>Tercantum di tanda terima dan rekap</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Loket</translation>
    </message>
    <message>
        <source>Blanks, cards and drafts belong to this name, so it stays</source>
        <translation>Blangko, kartu, dan draf tercatat atas nama ini, jadi tetap</translation>
    </message>
    <message>
        <source>Choose folder …</source>
        <translation>Pilih folder …</translation>
    </message>
    <message>
        <source>Lock after minutes without a key</source>
        <translation>Terkunci setelah sekian menit tanpa tombol</translation>
    </message>
    <message>
        <source>1 to 60; F12 locks at once</source>
        <translation>1 sampai 60; F12 langsung mengunci</translation>
    </message>
    <message>
        <source>Standard for a visit, in minutes</source>
        <translation>Standar satu kunjungan, dalam menit</translation>
    </message>
    <message>
        <source>The branch&apos;s own; the running time turns red after it</source>
        <translation>Ditetapkan kantor cabang; setelahnya waktu berjalan menjadi merah</translation>
    </message>
    <message>
        <source>Warn of a card printed before, in days</source>
        <translation>Peringatan kartu yang pernah dicetak, dalam hari</translation>
    </message>
    <message>
        <source>For the same company and the same person</source>
        <translation>Untuk badan usaha dan orang yang sama</translation>
    </message>
    <message>
        <source>Change my password …</source>
        <translation>Ganti kata sandi saya …</translation>
    </message>
    <message>
        <source>The administrator changes what concerns the whole branch.</source>
        <translation>Yang menyangkut seluruh kantor cabang diubah oleh administrator.</translation>
    </message>
    <message>
        <source>A figure from 1 to {most}</source>
        <translation>Angka dari 1 sampai {most}</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Tersimpan.</translation>
    </message>
    <message>
        <source>Screen and password</source>
        <translation>Layar dan kata sandi</translation>
    </message>
    <message>
        <source>Printing and files</source>
        <translation>Cetak dan berkas</translation>
    </message>
    <message>
        <source>This desk</source>
        <translation>Meja ini</translation>
    </message>
    <message>
        <source>Standards</source>
        <translation>Standar</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Pengaturan</translation>
    </message>
</context>
<context>
    <name>ShiftHistory</name>
    <message>
        <source>Shifts that ended</source>
        <translation>Giliran yang sudah selesai</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Selesai</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Dihitung</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>Awal</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Diterima</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Baru</translation>
    </message>
    <message>
        <source>Reprint</source>
        <translation>Ulang</translation>
    </message>
    <message>
        <source>Spoiled</source>
        <translation>Rusak</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Ditahan</translation>
    </message>
    <message>
        <source>agrees</source>
        <translation>cocok</translation>
    </message>
    <message>
        <source>Counted by {name}.</source>
        <translation>Dihitung oleh {name}.</translation>
    </message>
    <message>
        <source>Counted by {name}. Reason for the difference: {reason}</source>
        <translation>Dihitung oleh {name}. Alasan selisih: {reason}</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Selisih</translation>
    </message>
    <message>
        <source>No shift has ended yet: count the blank cards above.</source>
        <translation>Belum ada giliran yang selesai: hitung blangko di atas.</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>The card to be printed</source>
        <translation>Kartu yang akan dicetak</translation>
    </message>
    <message>
        <source>What is known</source>
        <translation>Yang diketahui</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Bandingkan</translation>
    </message>
    <message>
        <source>Cards of this membership</source>
        <translation>Kartu kepesertaan ini</translation>
    </message>
    <message>
        <source>The card appears here once name, NIK and KPJ are known.</source>
        <translation>Kartu tampil di sini setelah nama, NIK, dan KPJ diketahui.</translation>
    </message>
    <message>
        <source>None has been printed before.</source>
        <translation>Belum pernah dicetak.</translation>
    </message>
    <message>
        <source>1 possible duplicate</source>
        <translation>1 kemungkinan ganda</translation>
    </message>
    <message>
        <source>{count} possible duplicates</source>
        <translation>{count} kemungkinan ganda</translation>
    </message>
    <message>
        <source>name {percent} % alike</source>
        <translation>nama {percent} % mirip</translation>
    </message>
    <message>
        <source>1 finding</source>
        <translation>1 temuan</translation>
    </message>
    <message>
        <source>{count} findings</source>
        <translation>{count} temuan</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>dan {count} lagi</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Sign in</source>
        <translation>Masuk</translation>
    </message>
    <message>
        <source>Officers</source>
        <translation>Petugas</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Kata sandi</translation>
    </message>
    <message>
        <source>Demo branch: everybody in it is invented</source>
        <translation>Kantor contoh: semua orang di dalamnya rekaan</translation>
    </message>
    <message>
        <source>Forgotten the password?</source>
        <translation>Lupa kata sandi?</translation>
    </message>
    <message>
        <source>Enter the recovery code</source>
        <translation>Masukkan kode pemulihan</translation>
    </message>
    <message>
        <source>The counter is locked</source>
        <translation>Loket terkunci</translation>
    </message>
    <message>
        <source>{name} is at work here. What was typed stays as it is, also for whoever takes over.</source>
        <translation>{name} sedang bertugas di sini. Isian tetap seperti semula, juga bagi petugas yang menggantikan.</translation>
    </message>
    <message>
        <source>Password of all its officers: {password}</source>
        <translation>Kata sandi semua petugasnya: {password}</translation>
    </message>
    <message>
        <source>The settings of this PC cannot be read, so it starts with the usual ones. Look at the name of the counter above before you go on, and call the administrator.</source>
        <translation>Pengaturan komputer ini tidak terbaca, jadi dipakai pengaturan bawaan. Periksa nama loket di atas sebelum melanjutkan, dan panggil administrator.</translation>
    </message>
    <message>
        <source>Signing in …</source>
        <translation>Sedang masuk …</translation>
    </message>
    <message>
        <source>locked until {time}</source>
        <translation>terkunci sampai {time}</translation>
    </message>
    <message>
        <source>Too many wrong passwords. Try again at {time}, in {left}. Others may sign in.</source>
        <translation>Terlalu banyak kata sandi salah. Coba lagi pukul {time}, {left} lagi. Petugas lain tetap bisa masuk.</translation>
    </message>
    <message>
        <source>Password of {name}</source>
        <translation>Kata sandi {name}</translation>
    </message>
    <message>
        <source>An administrator of the branch gives a new one-time password in the room Officers. If no administrator can sign in, the recovery code in the branch head&apos;s safe opens the database.</source>
        <translation>Administrator kantor memberi kata sandi sekali pakai yang baru di ruang Petugas. Bila tidak ada administrator yang bisa masuk, kode pemulihan di brankas kepala cabang membuka basis data.</translation>
    </message>
    <message>
        <source>Who works here now?</source>
        <translation>Siapa yang bekerja di sini sekarang?</translation>
    </message>
    <message>
        <source>{key} shows it</source>
        <translation>{key} memperlihatkannya</translation>
    </message>
</context>
<context>
    <name>SignInPresenter</name>
    <message>
        <source>Opening the counter …</source>
        <translation>Membuka loket …</translation>
    </message>
    <message>
        <source>A scan is not taken here. Sign in first.</source>
        <translation>Pindaian tidak diterima di sini. Masuk dulu.</translation>
    </message>
    <message>
        <source>Your new password holds from now on.</source>
        <translation>Kata sandi baru sudah berlaku.</translation>
    </message>
</context>
<context>
    <name>SlipsStep</name>
    <message>
        <source>One-time passwords</source>
        <translation>Kata sandi sekali pakai</translation>
    </message>
    <message>
        <source>Each holds for one sign-in; then Loket asks for a password of the officer&apos;s own. They are shown only now: print the slips and hand them over.</source>
        <translation>Masing-masing berlaku sekali masuk; setelah itu Loket meminta kata sandi pilihan petugas sendiri. Hanya ditampilkan sekarang: cetak lembarnya dan serahkan.</translation>
    </message>
    <message>
        <source>Officer</source>
        <translation>Petugas</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Peran</translation>
    </message>
    <message>
        <source>One-time password</source>
        <translation>Kata sandi sekali pakai</translation>
    </message>
    <message>
        <source>There is no other officer.</source>
        <translation>Tidak ada petugas lain.</translation>
    </message>
    <message>
        <source>Print slips</source>
        <translation>Cetak lembar</translation>
    </message>
    <message>
        <source>Save as PDF …</source>
        <translation>Simpan PDF …</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Database encrypted</source>
        <translation>Basis data terenkripsi</translation>
    </message>
    <message>
        <source>SAMPLE DATA</source>
        <translation>DATA CONTOH</translation>
    </message>
    <message>
        <source>Today: {visits} visits · {good} cards good · {spoiled} spoiled</source>
        <translation>Hari ini: {visits} kunjungan · {good} kartu baik · {spoiled} rusak</translation>
    </message>
    <message>
        <source>Today: {visits} visits · {good} cards good, {reprinted} reprints · {spoiled} spoiled</source>
        <translation>Hari ini: {visits} kunjungan · {good} kartu baik, {reprinted} cetak ulang · {spoiled} rusak</translation>
    </message>
</context>
<context>
    <name>StatusPage</name>
    <message>
        <source>Status check</source>
        <translation>Cek status</translation>
    </message>
    <message>
        <source>Type or scan</source>
        <translation>Ketik atau pindai</translation>
    </message>
    <message>
        <source>NIK, KPJ or name of the visitor</source>
        <translation>NIK, KPJ, atau nama</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Cari</translation>
    </message>
    <message>
        <source>People found</source>
        <translation>Orang yang ditemukan</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Lahir</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Nobody is stored under this name.</source>
        <translation>Tidak ada orang dengan nama ini.</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>Mencari …</translation>
    </message>
    <message>
        <source>Several people have this name: choose with ↑ ↓ and Enter</source>
        <translation>Beberapa orang bernama ini: pilih dengan ↑ ↓ lalu Enter</translation>
    </message>
    <message>
        <source>Each look-up is kept in the journal.</source>
        <translation>Setiap pencarian dicatat di jurnal.</translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>Steps</source>
        <translation>Langkah</translation>
    </message>
    <message>
        <source>Step {number} of {steps}: {name}</source>
        <translation>Langkah {number} dari {steps}: {name}</translation>
    </message>
</context>
<context>
    <name>SupervisorSignIn</name>
    <message>
        <source>Supervisor</source>
        <translation>Penyelia</translation>
    </message>
    <message>
        <source>Supervisor&apos;s password</source>
        <translation>Kata sandi penyelia</translation>
    </message>
    <message>
        <source>Supervisor&apos;s reason</source>
        <translation>Alasan penyelia</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Setujui</translation>
    </message>
    <message>
        <source>Approved by {name}: {reason}</source>
        <translation>Disetujui {name}: {reason}</translation>
    </message>
    <message>
        <source>Write why, so that it can be understood later.</source>
        <translation>Tulis alasannya, supaya kelak dapat dipahami.</translation>
    </message>
</context>
<context>
    <name>SuppliesPage</name>
    <message>
        <source>Supplies</source>
        <translation>Persediaan</translation>
    </message>
    <message>
        <source>Keep the count</source>
        <translation>Simpan hitungan</translation>
    </message>
    <message>
        <source>Counted. The new shift begins with {count} blank cards.</source>
        <translation>Hitungan disimpan. Giliran baru mulai dengan {count} blangko.</translation>
    </message>
    <message>
        <source>Counted, with a difference of {difference}. The new shift begins with {count} blank cards.</source>
        <translation>Hitungan disimpan, selisih {difference}. Giliran baru mulai dengan {count} blangko.</translation>
    </message>
    <message>
        <source>{held} more are held.</source>
        <translation>{held} lagi ditahan.</translation>
    </message>
</context>
<context>
    <name>SuppliesPresenter</name>
    <message>
        <source>Added: {block}</source>
        <translation>Ditambahkan: {block}</translation>
    </message>
</context>
<context>
    <name>TallyPage</name>
    <message>
        <source>Reports</source>
        <translation>Laporan</translation>
    </message>
    <message>
        <source>Day (ddmmyyyy)</source>
        <translation>Tanggal (hhbbtttt)</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Sebelumnya</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Berikutnya</translation>
    </message>
    <message>
        <source>Write daily tally</source>
        <translation>Buat rekap harian</translation>
    </message>
    <message>
        <source>Close the day …</source>
        <translation>Tutup hari …</translation>
    </message>
    <message>
        <source>{count} of them reprints</source>
        <translation>{count} di antaranya cetak ulang</translation>
    </message>
    <message>
        <source>Written: {file}</source>
        <translation>Sudah dibuat: {file}</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Buka folder</translation>
    </message>
    <message>
        <source>Writing …</source>
        <translation>Membuat …</translation>
    </message>
    <message>
        <source>Visits finished</source>
        <translation>Kunjungan selesai</translation>
    </message>
    <message>
        <source>KPJ cards good</source>
        <translation>Kartu KPJ baik</translation>
    </message>
    <message>
        <source>Cards spoiled</source>
        <translation>Kartu rusak</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Temuan</translation>
    </message>
    <message>
        <source>No card was answered “good” on this day.</source>
        <translation>Tidak ada kartu yang dijawab “baik” pada hari ini.</translation>
    </message>
    <message>
        <source>No card came out on this day.</source>
        <translation>Tidak ada kartu yang keluar pada hari ini.</translation>
    </message>
    <message>
        <source>No finding on this day.</source>
        <translation>Tidak ada temuan pada hari ini.</translation>
    </message>
    <message>
        <source>No visit on this day.</source>
        <translation>Tidak ada kunjungan pada hari ini.</translation>
    </message>
    <message>
        <source>No card was printed on this day.</source>
        <translation>Tidak ada kartu yang dicetak pada hari ini.</translation>
    </message>
    <message>
        <source>No card was spoiled on this day.</source>
        <translation>Tidak ada kartu rusak pada hari ini.</translation>
    </message>
</context>
<context>
    <name>TallyPresenter</name>
    <message>
        <source>Type day, month and year, such as 20112026.</source>
        <translation>Ketik hari, bulan, dan tahun, misalnya 20112026.</translation>
    </message>
    <message>
        <source>This day has not come yet.</source>
        <translation>Hari itu belum tiba.</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Find NIK, KPJ or name …</source>
        <translation>Cari NIK, KPJ, atau nama …</translation>
    </message>
    <message>
        <source>Find a person</source>
        <translation>Cari orang</translation>
    </message>
    <message>
        <source>Printer not asked yet</source>
        <translation>Printer belum ditanya</translation>
    </message>
    <message>
        <source>Blanks {left}</source>
        <translation>Blangko {left}</translation>
    </message>
</context>
<context>
    <name>TrialPanel</name>
    <message>
        <source>Sides</source>
        <translation>Sisi yang dicetak</translation>
    </message>
    <message>
        <source>Test card</source>
        <translation>Kartu uji</translation>
    </message>
    <message>
        <source>Calibration card</source>
        <translation>Kartu kalibrasi</translation>
    </message>
    <message>
        <source>Line {letter}, mm</source>
        <translation>Garis {letter}, mm</translation>
    </message>
    <message>
        <source>Correct by these measures</source>
        <translation>Koreksi dengan ukuran ini</translation>
    </message>
    <message>
        <source>Print as drawn</source>
        <translation>Tanpa koreksi</translation>
    </message>
    <message>
        <source>Set up and try</source>
        <translation>Setel dan uji</translation>
    </message>
    <message>
        <source>Set up and try: {printer}</source>
        <translation>Setel dan uji: {printer}</translation>
    </message>
    <message>
        <source>Millimetres, such as 10,2</source>
        <translation>Milimeter, misalnya 10,2</translation>
    </message>
    <message>
        <source>Prints as drawn: no correction is set.</source>
        <translation>Mencetak sesuai gambar: tanpa koreksi.</translation>
    </message>
    <message>
        <source>Corrected by {right} mm to the right, {down} mm down; {wide} × {high} %.</source>
        <translation>Dikoreksi {right} mm ke kanan, {down} mm ke bawah; {wide} × {high} %.</translation>
    </message>
    <message>
        <source>Should be {mm}</source>
        <translation>Seharusnya {mm}</translation>
    </message>
    <message>
        <source>Front and back</source>
        <translation>Depan dan belakang</translation>
    </message>
    <message>
        <source>Front only</source>
        <translation>Depan saja</translation>
    </message>
    <message>
        <source>Each uses up one blank card, which is booked as a test card.</source>
        <translation>Masing-masing memakai satu blangko, yang dicatat sebagai kartu uji.</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>Kalibrasi</translation>
    </message>
    <message>
        <source>Measure A and B from the card&apos;s left edge, C and D from its upper edge.</source>
        <translation>Ukur A dan B dari tepi kiri kartu, C dan D dari tepi atasnya.</translation>
    </message>
</context>
<context>
    <name>TroublePage</name>
    <message>
        <source>The branch cannot be opened</source>
        <translation>Data kantor cabang tidak dapat dibuka</translation>
    </message>
    <message>
        <source>The newest good backup</source>
        <translation>Cadangan baik terbaru</translation>
    </message>
    <message>
        <source>Take the copy of the key slots</source>
        <translation>Pakai salinan berkas kunci</translation>
    </message>
    <message>
        <source>Enter the recovery code</source>
        <translation>Masukkan kode pemulihan</translation>
    </message>
    <message>
        <source>Restore from a backup</source>
        <translation>Pulihkan dari cadangan</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Coba lagi</translation>
    </message>
    <message>
        <source>{branch} · {counter}, made on {day} at {time}. It lies in {folder}</source>
        <translation>{branch} · {counter}, dibuat {day} pukul {time}. Ada di {folder}</translation>
    </message>
</context>
<context>
    <name>Upkeep</name>
    <message>
        <source>Database encrypted</source>
        <translation>Basis data terenkripsi</translation>
    </message>
    <message>
        <source>Database encrypted, checked</source>
        <translation>Basis data terenkripsi, diperiksa</translation>
    </message>
    <message>
        <source>Database damaged</source>
        <translation>Basis data rusak</translation>
    </message>
</context>
<context>
    <name>ValidatePage</name>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>Save and go on to print</source>
        <translation>Simpan &amp; lanjut cetak</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Bandingkan</translation>
    </message>
    <message>
        <source>No findings: everything fits</source>
        <translation>Tidak ada temuan: semua cocok</translation>
    </message>
    <message>
        <source>The supervisor comes to your counter and signs in here; you stay signed in.</source>
        <translation>Penyelia datang ke loket ini dan masuk di sini; petugas loket tetap bertugas.</translation>
    </message>
    <message>
        <source>to correct: {count}</source>
        <translation>perlu diperbaiki: {count}</translation>
    </message>
    <message>
        <source>for the supervisor: {count}</source>
        <translation>untuk penyelia: {count}</translation>
    </message>
    <message>
        <source>reasons to give: {count}</source>
        <translation>alasan: {count}</translation>
    </message>
    <message>
        <source>1 possible duplicate to decide</source>
        <translation>1 kemungkinan ganda belum diputuskan</translation>
    </message>
    <message>
        <source>{count} possible duplicates to decide</source>
        <translation>{count} kemungkinan ganda belum diputuskan</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>Menyimpan …</translation>
    </message>
    <message>
        <source>Still missing: {what}</source>
        <translation>Masih kurang: {what}</translation>
    </message>
    <message>
        <source>Everything is answered.</source>
        <translation>Semua sudah terjawab.</translation>
    </message>
    <message>
        <source>Somebody like this is stored already. Decide whether it is the same person.</source>
        <translation>Orang yang mirip sudah tersimpan. Putuskan apakah orangnya sama.</translation>
    </message>
</context>
<context>
    <name>VerifyPage</name>
    <message>
        <source>Type or scan</source>
        <translation>Ketik atau pindai</translation>
    </message>
    <message>
        <source>NIK, KPJ or name of the visitor</source>
        <translation>NIK, KPJ, atau nama</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Cari</translation>
    </message>
    <message>
        <source>People found</source>
        <translation>Orang yang ditemukan</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>Tanggal lahir</translation>
    </message>
    <message>
        <source>NIK</source>
        <translation>NIK</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Nobody is stored under this name.</source>
        <translation>Tidak ada orang dengan nama ini.</translation>
    </message>
    <message>
        <source>Show NIK</source>
        <translation>Tampilkan NIK</translation>
    </message>
    <message>
        <source>Document shown</source>
        <translation>Dokumen yang ditunjukkan</translation>
    </message>
    <message>
        <source>The document matches the person</source>
        <translation>Dokumen cocok dengan orangnya</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>Mencari …</translation>
    </message>
    <message>
        <source>Register as new member</source>
        <translation>Daftarkan peserta baru</translation>
    </message>
    <message>
        <source>Add a membership</source>
        <translation>Tambah kepesertaan</translation>
    </message>
    <message>
        <source>Print the card</source>
        <translation>Cetak kartu</translation>
    </message>
    <message>
        <source>Only tell the status</source>
        <translation>Hanya status</translation>
    </message>
    <message>
        <source>Several people have this name: choose with ↑ ↓ and Enter</source>
        <translation>Beberapa orang bernama ini: pilih dengan ↑ ↓ lalu Enter</translation>
    </message>
    <message>
        <source>Compare with the paper, then go on</source>
        <translation>Cocokkan dengan dokumen, lalu lanjutkan</translation>
    </message>
</context>
<context>
    <name>VerifyPresenter</name>
    <message>
        <source>The NIK says: born {born}, {sex}</source>
        <translation>Menurut NIK: lahir {born}, {sex}</translation>
    </message>
    <message>
        <source>first issued in {region}</source>
        <translation>pertama terbit di {region}</translation>
    </message>
    <message>
        <source>issued in a district whose code is not in use today</source>
        <translation>terbit di kecamatan yang kodenya sudah tidak dipakai</translation>
    </message>
    <message>
        <source>Visit {number} was dropped.</source>
        <translation>Kunjungan {number} dihapus.</translation>
    </message>
</context>
<context>
    <name>VisitPresenter</name>
    <message>
        <source>A scan has no use at this step; nothing was changed.</source>
        <translation>Pindaian tidak dipakai di langkah ini; tidak ada yang berubah.</translation>
    </message>
    <message>
        <source>Visit {number} waits; F4 brings it back.</source>
        <translation>Kunjungan {number} ditunda; F4 melanjutkannya.</translation>
    </message>
    <message>
        <source>Visit {number} is closed and stored.</source>
        <translation>Kunjungan {number} selesai dan tersimpan.</translation>
    </message>
    <message>
        <source>The stored person is used; what was typed for the membership stays.</source>
        <translation>Data orang yang tersimpan dipakai; isian kepesertaan tetap.</translation>
    </message>
</context>
<context>
    <name>WayStep</name>
    <message>
        <source>What is this PC for?</source>
        <translation>Komputer ini untuk apa?</translation>
    </message>
    <message>
        <source>Welcome to Loket</source>
        <translation>Selamat datang di Loket</translation>
    </message>
    <message>
        <source>There is no branch on this PC yet. What shall it be?</source>
        <translation>Belum ada kantor cabang di komputer ini. Komputer ini akan menjadi apa?</translation>
    </message>
    <message>
        <source>A new branch</source>
        <translation>Kantor cabang baru</translation>
    </message>
    <message>
        <source>The branch&apos;s first PC: an administrator, a recovery code, a place for backups.</source>
        <translation>Komputer pertama kantor cabang: administrator, kode pemulihan, tempat cadangan.</translation>
    </message>
    <message>
        <source>Restore from a backup</source>
        <translation>Pulihkan dari cadangan</translation>
    </message>
    <message>
        <source>This PC takes the place of one that broke down or was replaced.</source>
        <translation>Komputer ini menggantikan komputer yang rusak atau diganti.</translation>
    </message>
    <message>
        <source>Join the branch as a further PC</source>
        <translation>Bergabung sebagai komputer tambahan</translation>
    </message>
    <message>
        <source>With a backup of the first PC and the recovery code from the branch head&apos;s safe.</source>
        <translation>Dengan cadangan komputer pertama dan kode pemulihan dari brankas kepala cabang.</translation>
    </message>
    <message>
        <source>Try it with invented people</source>
        <translation>Coba dengan data contoh</translation>
    </message>
    <message>
        <source>300 invented members to practise with, while this PC holds no real branch.</source>
        <translation>300 peserta rekaan untuk berlatih, selama komputer ini belum berisi kantor cabang sungguhan.</translation>
    </message>
</context>
<context>
    <name>Wizard</name>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Lanjut</translation>
    </message>
</context>
<context>
    <name>WizardStep</name>
    <message>
        <source>Next</source>
        <translation>Lanjut</translation>
    </message>
</context>
<context>
    <name>WorkerRows</name>
    <message>
        <source>Left out</source>
        <translation>Tidak ikut</translation>
    </message>
    <message>
        <source>Known already</source>
        <translation>Sudah ada</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Dicatat</translation>
    </message>
    <message>
        <source>Cannot be taken</source>
        <translation>Terhalang</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>Penyelia</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Pertanyaan</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Siap</translation>
    </message>
</context>
<context>
    <name>_BackupButton</name>
    <message>
        <source>Last backup</source>
        <translation>Cadangan terakhir</translation>
    </message>
</context>
<context>
    <name>_Eye</name>
    <message>
        <source>Hide the password</source>
        <translation>Sembunyikan kata sandi</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>Lihat kata sandi</translation>
    </message>
</context>
<context>
    <name>_Group</name>
    <message>
        <source>Group {number}: {group}</source>
        <translation>Kelompok {number}: {group}</translation>
    </message>
</context>
<context>
    <name>_When</name>
    <message>
        <source>Print from (hour and minute, such as 1430)</source>
        <translation>Cetak mulai pukul (jam dan menit, misalnya 1430)</translation>
    </message>
    <message>
        <source>Approve for that time</source>
        <translation>Setujui untuk jam itu</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>Type the hour with two figures and the minute with two, such as 1430.</source>
        <translation>Ketik jam dua angka dan menit dua angka, misalnya 1430.</translation>
    </message>
</context>
</TS>
